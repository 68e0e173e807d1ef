export async function money() {}
