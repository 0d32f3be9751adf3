/**
 * What lies outside the transaction and is handed to commands by the composition root: seal, files, messages, places.
 * Modules and kernel parts add to it by declaration merging, so that no central list has to know them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Services {}
