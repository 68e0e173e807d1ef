// Where one pays: the stand-in's page on the emulators, a redirect there and back.

import type { CallableResponses } from '@scanner/client';
import { gatewayStandIn } from '../../core/scanner';

/** Whether money can be paid in from this console; if not, the wallet says how else. */
export const paysHere = (): boolean => gatewayStandIn() !== null;

/**
 * Opens the page of the gateway on which an order is paid. It leads back to the wallet, which
 * shows the money once the gateway's signed event was heard: what comes back with the browser is
 * never believed.
 *
 * Razorpay's Checkout is a script from elsewhere, and its hosted page takes a form by POST and
 * answers with another: the policy of the console allows neither. An app of a clinic's own opens
 * Checkout with what `payments/start_top_up` answers.
 */
export function openCheckout(order: CallableResponses['payments/start_top_up']): void {
  const back = `${location.origin}/wallet/payments/${order.payment_id}`;
  const page = `${gatewayStandIn()}/checkout/${encodeURIComponent(order.order_id)}`;
  location.assign(`${page}?back=${encodeURIComponent(back)}`);
}
