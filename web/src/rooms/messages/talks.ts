// Where people write to one another: on an order, or on a ticket; by which callables each does.

import type { CallableRequests } from '@scanner/client';

/** What the messages are about. */
export type Talk = { readonly order_id: string } | { readonly ticket_id: string };

/** The id of what the messages are about. */
export const idOf = (talk: Talk): string => ('order_id' in talk ? talk.order_id : talk.ticket_id);

/** The callable that sends a message. */
export const sendOf = (talk: Talk): 'labs/send_message' | 'support/send_message' =>
  'order_id' in talk ? 'labs/send_message' : 'support/send_message';

/** The callable that gives a slot for a file. */
export const slotOf = (talk: Talk): 'labs/start_attachment' | 'support/start_attachment' =>
  'order_id' in talk ? 'labs/start_attachment' : 'support/start_attachment';

/** The callable that gives links to a message's files. */
export const linksOf = (talk: Talk): 'labs/get_message_links' | 'support/get_message_links' =>
  'order_id' in talk ? 'labs/get_message_links' : 'support/get_message_links';

/** What is asked for the links of a message. */
export const linkRequest = (talk: Talk, message_id: string) =>
  ({ ...talk, message_id }) as CallableRequests['labs/get_message_links'] &
    CallableRequests['support/get_message_links'];
