import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../shared/language.tsx';
import { tokensAsCss } from '../shared/tokens.ts';
import { Office } from './office.tsx';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/door.css';
import './styles/figure.css';
import './styles/pages.css';
import './styles/ledger.css';
import './styles/programme.css';
import './styles/records.css';
import '../shared/document.css';
import '../shared/document-print.css';
import './styles/bulletins.css';
import './styles/measure.css';
import './styles/consultation.css';
import './styles/close-out.css';
import './styles/plan.css';
import './styles/plan-form.css';
import './styles/supervision.css';
import './styles/gig-station.css';
import './styles/gig-placing.css';
import './styles/gig-office.css';
import './styles/market.css';

const style = document.createElement('style');
style.textContent = tokensAsCss();
document.head.prepend(style);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Office />
      </LanguageProvider>
    </StrictMode>,
  );
