import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/**
 * What a CommonJS program of the build exports. V8 takes its compiled form from the file beside it, where that was made
 * by the same V8; otherwise it compiles the program again, which gives the same slower.
 */
export function loadCompiled<T>(file: URL, require: NodeJS.Require): T {
  const path = fileURLToPath(file);
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    cachedData: readFileSync(`${path}.cache`),
  });
  const module = { exports: {} as T };
  script.runInThisContext()(module.exports, require, module, path);
  return module.exports;
}
