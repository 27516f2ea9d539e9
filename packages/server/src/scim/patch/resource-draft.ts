import { assertCount } from '../limits.ts';
import { isJsonObject, isSameJson, ownValue } from '../resource.ts';
import type { Json, JsonObject, ScimResource } from '../resource.ts';
import { schemasOf } from '../resource-schemas.ts';
import type { ResourceType } from '../schema.ts';

/** A resource while it is changed. What it began with is never touched, and what does not change is shared with it. */
export class ResourceDraft {
  readonly #before: ScimResource;
  #after: Record<string, Json> | undefined;
  readonly #touched = new Set<string>();

  constructor(before: ScimResource) {
    this.#before = before;
  }

  /** The resource as it is by now: the one that it began with while nothing has changed. */
  get resource(): ScimResource {
    return this.#after ?? this.#before;
  }

  /** The value of an attribute of an extension, or of the resource itself. */
  get(extension: string | undefined, name: string): Json | undefined {
    const holder = extension === undefined ? this.resource : this.extension(extension);
    return holder && ownValue(holder, name);
  }

  extension(urn: string): JsonObject | undefined {
    const data = ownValue(this.resource, urn);
    return isJsonObject(data) ? data : undefined;
  }

  /** Puts a value in its place, or takes it away; an extension without data goes. */
  set(extension: string | undefined, name: string, value: Json | undefined): void {
    if (extension === undefined) return this.#put(name, value);
    const { [name]: _replaced, ...others } = this.extension(extension) ?? {};
    const data = value === undefined ? others : { ...others, [name]: value };
    const count = Object.keys(data).length;
    assertCount(extension, count);
    this.#put(extension, count === 0 ? undefined : data);
  }

  /** The resource with the `schemas` of its data; the one that it began with when all is as it was. */
  finish(resourceType: ResourceType): ScimResource {
    if (this.#touched.size === 0) return this.#before;
    this.#put('schemas', schemasOf(resourceType, this.resource));
    const { resource } = this;
    const isSame = [...this.#touched].every((name) =>
      isSameJson(ownValue(this.#before, name), ownValue(resource, name)),
    );
    return isSame ? this.#before : resource;
  }

  #put(name: string, value: Json | undefined): void {
    if (isSameJson(ownValue(this.resource, name), value)) return;
    this.#touched.add(name);
    assertCount('The resource', this.#touched.size);
    this.#after ??= { ...this.#before };
    if (value === undefined) delete this.#after[name];
    else this.#after[name] = value;
  }
}
