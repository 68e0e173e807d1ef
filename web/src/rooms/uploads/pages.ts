// The page of an upload, which notices lead to.

import type { Page } from '../../core/pages';
import { titles } from './titles';

export const PAGES: readonly Page[] = [
  {
    path: '/uploads/:upload_id',
    roles: ['clinic', 'operator'],
    title: titles.title,
    load: () => import('./UploadPage'),
  },
];
