import type { RawElement } from '../model/descriptor.ts';
import type { XmlLimits } from './limits.ts';
import { WireError } from './wire-error.ts';

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>> | undefined;
  readonly children: RawElement[];
  text: string;
}

/**
 * Is offered each grandchild of the root as soon as it is whole, with the name of its parent. What it takes stays out
 * of the tree.
 */
export type Take = (element: RawElement, parent: string) => boolean;

/** Makes a tree of a parser's events, within limits; every error is a WireError. */
export class TreeBuilder {
  root: RawElement | undefined;
  cutTexts = 0;
  readonly #limits: XmlLimits;
  readonly #take: Take | undefined;
  readonly #open: OpenElement[] = [];
  readonly #names = new Map<string, string>();
  #elements = 0;
  #attributes = 0;

  constructor(limits: XmlLimits, take?: Take) {
    this.#limits = limits;
    this.#take = take;
  }

  /** An attribute of the element that is opened next. */
  attribute(name: string): void {
    this.#attributes += 1;
    this.#checkName(name);
    if (this.#attributes > this.#limits.attributes) {
      throw new WireError(`an element with more than ${this.#limits.attributes} attributes`);
    }
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#elements += 1;
    const given = this.#attributes > 0 ? this.#cutAll(attributes) : undefined;
    this.#attributes = 0;
    this.#checkName(name);
    if (this.#elements > this.#limits.elements) {
      throw new WireError(`more than ${this.#limits.elements} elements`, 413);
    }
    if (this.#open.length >= this.#limits.depth) {
      throw new WireError(`elements nested more than ${this.#limits.depth} deep`);
    }
    this.#open.push({ name: this.#shared(name), attributes: given, children: [], text: '' });
  }

  text(text: string): void {
    const parent = this.#open.at(-1);
    if (parent) parent.text += text;
  }

  close(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const element = finishElement(closed, this.#cut(closed.text.trim()));
    const parent = this.#open.at(-1);
    if (parent && this.#open.length === GRANDCHILDREN && this.#take?.(element, parent.name)) return;
    if (parent) parent.children.push(element);
    else this.root = element;
  }

  #cutAll(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, this.#cut(value)] as const));
  }

  /** One string for all elements of a name: a document has few names and very many elements. */
  #shared(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.#names.set(name, name);
    return name;
  }

  #cut(text: string): string {
    if (text.length > this.#limits.text) this.cutTexts += 1;
    return cutText(text, this.#limits.text);
  }

  #checkName(name: string): void {
    if (name.length > this.#limits.name) throw new WireError(`a name of more than ${this.#limits.name} letters`);
  }
}

/** Elements open around a grandchild of the root. */
const GRANDCHILDREN = 2;

/** A text no longer than the limit. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).toWellFormed();
}

/** An element that says nothing of what it does not have. */
export function finishElement({ name, attributes, children }: Omit<OpenElement, 'text'>, text: string): RawElement {
  if (attributes === undefined && children.length === 0) return text === '' ? { name } : { name, text };
  return {
    name,
    ...(attributes === undefined ? undefined : { attributes }),
    ...(text === '' ? undefined : { text }),
    ...(children.length > 0 ? { children } : undefined),
  };
}
