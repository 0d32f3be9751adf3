import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../shared/language.tsx';
import { keepWithoutNetwork } from '../shared/offline/keep-page.ts';
import { tokensAsCss } from '../shared/tokens.ts';
import { StationFace } from './station-face.tsx';
import './station.css';
import './screen.css';
import './screen-standing.css';
import './kiosk.css';
import './weather.css';

const style = document.createElement('style');
style.textContent = tokensAsCss();
document.head.prepend(style);
keepWithoutNetwork('/station/');

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <StationFace />
      </LanguageProvider>
    </StrictMode>,
  );
