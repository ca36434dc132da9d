/**
 * A library by its name, with as much of its type as is used. Not all of them are installed where this is compiled: that
 * takes bench/package.json.
 */
export function loadPeer<Module>(name: string): Promise<Module> {
  return import(name) as Promise<Module>;
}
