export async function order() {}
