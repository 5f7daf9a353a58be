import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { startI18n } from './shared/i18n/i18n.js';
import './app/styles/base.css';
import './app/styles/frame.css';
import './app/styles/page.css';
import './app/styles/parts.css';
import './app/styles/key-values.css';
import './app/styles/charts.css';
import './app/styles/days.css';
import './app/styles/states.css';
import './app/styles/enrolment.css';
import './app/styles/login.css';
import './app/styles/tables.css';
import './app/styles/administration.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
