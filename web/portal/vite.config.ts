import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The two scripts of a day worker's pages, one a mode: each in one file, for phones that are old. */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  build: {
    outDir: here('../../dist/portal'),
    emptyOutDir: false,
    target: 'es2018',
    lib: { entry: here(`${mode}.ts`), formats: ['iife'], name: 'leye', fileName: () => `${mode}.js` },
  },
}));
