import { setFlagsFromString } from 'node:v8';

/**
 * From now on WebAssembly is compiled once, fast, and not a second time in the background to run faster. undici's HTTP
 * parser reads two short answers in a run: the second compilation took a quarter of the run's time and memory.
 */
export function compileWasmOnce(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}
