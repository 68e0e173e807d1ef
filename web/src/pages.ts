// All pages of the console: those that the rooms declare.

import type { Page } from './core/pages';

const rooms = import.meta.glob<{ PAGES: readonly Page[] }>('./rooms/*/pages.ts', { eager: true });

/** Every page; who has it stands in it. */
export const PAGES: readonly Page[] = Object.values(rooms).flatMap((room) => room.PAGES);
