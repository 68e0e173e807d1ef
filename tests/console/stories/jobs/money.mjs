// What the crown has cost and earned: wallet, invoices, and the payout of the lab.

import { follow, found, settled } from '../../harness.mjs';
import { go, step } from './world.mjs';

/** The chapter. */
export async function money(world) {
  const clinic = await world.page('clinic');
  const lab = await world.page('lab');
  const admin = await world.page('admin');
  await step('the clinic sees in its wallet what it paid for', async () => {
    await follow(clinic, '/wallet');
    await clinic.locator('main [data-row]').nth(1).waitFor();
    await world.look(clinic, 'clinic-wallet');
    await follow(clinic, '/invoices');
    await world.look(clinic, 'clinic-invoices');
  });
  await step('the lab has its invoices written, and saves one', async () => {
    await follow(lab, '/invoices');
    await world.send(lab, 'wallet/issue_invoices');
    await lab.locator('[data-go="invoice"]').first().waitFor();
    await world.look(lab, 'lab-invoices');
    await go(lab, '[data-go="invoice"]', /\/invoices\/./);
    const download = lab.waitForEvent('download');
    await lab.locator('[data-links="wallet/get_invoice_link"] button').first().click();
    await download;
    await settled(lab);
    await world.look(lab, 'lab-invoice');
  });
  await step('it asks to be paid', async () => {
    await follow(lab, '/payouts');
    const { payout_id } = await world.send(lab, 'wallet/request_payout', { paise: '1500' });
    world.made.payout = payout_id;
    await lab.locator(`[data-row="${payout_id}"]`).waitFor();
    await world.look(lab, 'lab-payouts');
  });
  await step('an admin approves it', async () => {
    await follow(admin, '/payouts');
    const { payout } = world.made;
    await found(admin, admin.locator(`[data-row="${payout}"]`));
    await world.look(admin, 'admin-payouts');
    await go(admin, `[data-row="${payout}"] a[href="/payouts/${payout}"]`, /\/payouts\/./);
    await world.take(admin, 'wallet/approve_payout', {}, { action: 'approve' });
    await admin.locator('[data-value="approved"]').first().waitFor();
    await world.look(admin, 'admin-payout');
  });
  await step('an admin looks at the wallet and the books', async () => {
    await follow(admin, '/wallets');
    await world.look(admin, 'admin-wallets');
    await follow(admin, '/books');
    await world.look(admin, 'admin-books');
  });
}
