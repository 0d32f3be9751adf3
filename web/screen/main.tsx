import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../shared/language.tsx';
import { tokensAsCss } from '../shared/tokens.ts';
import { Screen } from './screen.tsx';
import './screen.css';

const style = document.createElement('style');
style.textContent = tokensAsCss();
document.head.prepend(style);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Screen />
      </LanguageProvider>
    </StrictMode>,
  );
