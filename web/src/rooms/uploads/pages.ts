// The page of an upload, which notices lead to.

import type { Page } from '../../core/pages';
import { words } from './words';

export const PAGES: readonly Page[] = [
  {
    path: '/uploads/:upload_id',
    roles: ['clinic', 'operator'],
    title: words.title,
    load: () => import('./UploadPage'),
  },
];
