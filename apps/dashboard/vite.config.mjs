import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precompress } from './vite-precompress.mjs';

const hub = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), precompress()],
  resolve: { conditions: ['@opsgauge/source', ...defaultClientConditions] },
  // Fonts stay files of their own: the hub's content security policy has no font-src data:.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': hub, '/ws': { target: hub, ws: true } } },
});
