export { about } from './words/about.ts';
export { accessibility } from './words/accessibility.ts';
export { bulletins } from './words/bulletins.ts';
export { common } from './words/common.ts';
export { doors } from './words/doors.ts';
export { help } from './words/help.ts';
export { home } from './words/home.ts';
export { privacy } from './words/privacy.ts';
export { counting, figure, lights, progress, reasons } from './words/progress.ts';
