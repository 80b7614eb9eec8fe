/** Bundles the app around an entry of its own into a folder. */
export const bundle: (entry: string, folder: string) => Promise<void>;
