/** A pure function that keeps its last result: asked again with the same arguments, it does not work again. */
export function remember<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (!last || last.args.some((value, index) => value !== args[index])) last = { args, result: compute(...args) };
    return last.result;
  };
}
