export async function support() {}
