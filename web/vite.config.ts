import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Under `npm run dev` the pages answer at the same addresses as when Leye serves them. */
const sameAddresses: Plugin = {
  name: 'leye-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const page = /^\/(office|screen|station)(?=[/?]|$)/.exec(request.url ?? '')?.[1];
      if (page) request.url = `/app/${page}/index.html`;
      next();
    });
  },
};

/**
 * Three pages, the office, the screen and a gig station's faces, and the worker that keeps the last two of a station's pages without
 * network. What is large and not needed at once is a chunk of its own.
 */
export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [react(), sameAddresses],
  server: { port: 5173, proxy: { '/api': process.env.LEYE_API ?? 'http://127.0.0.1:3000' } },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: ['chrome93', 'firefox92', 'safari15.4'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        office: here('office/index.html'),
        screen: here('screen/index.html'),
        station: here('station/index.html'),
        worker: here('station/worker.ts'),
      },
      output: {
        // A worker is known by its address, which therefore never changes.
        entryFileNames: ({ name }) => (name === 'worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            { name: 'maps', test: /node_modules[\\/]leaflet[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});
