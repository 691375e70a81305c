/** A pure function that keeps its last result: asked again with the same arguments, it does not work again. */
export function remember<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (!last || last.args.some((value, index) => value !== args[index])) last = { args, result: compute(...args) };
    return last.result;
  };
}

/** The same for a function of one object: asked again with the same members, it does not work again. */
export function rememberNamed<A extends object, R>(compute: (named: A) => R): (named: A) => R {
  let last: { readonly named: A; readonly result: R } | undefined;
  return (named) => {
    const known = last && new Map(Object.entries(last.named));
    const isSame = known && Object.entries(named).every(([name, value]) => known.get(name) === value);
    if (!last || !isSame) last = { named, result: compute(named) };
    return last.result;
  };
}
