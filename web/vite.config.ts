import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Under `npm run dev` the pages answer at the same addresses as when Leye serves them. */
const sameAddresses: Plugin = {
  name: 'leye-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const page = /^\/(office|screen)(?=[/?]|$)/.exec(request.url ?? '')?.[1];
      if (page) request.url = `/app/${page}/index.html`;
      next();
    });
  },
};

/** Two pages, the office and the screen. What is large and not needed at once is a chunk of its own. */
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
      input: { office: here('office/index.html'), screen: here('screen/index.html') },
      output: {
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
