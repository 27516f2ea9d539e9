import type { Connection, CustomerPage, Product } from '@dirsync/example-product';

/** Signs up a customer at the product, as its own set-up page would. */
export async function signUp(
  product: Product,
  customer: { readonly name: string; readonly provider: string },
): Promise<Connection> {
  const response = await fetch(`${product.url}/customers`, {
    method: 'POST',
    body: JSON.stringify(customer),
  });
  if (response.status !== 201) throw new Error(`The product answered the sign-up with ${response.status}.`);
  return (await response.json()) as Connection;
}

/** Reads what the product has of a customer's people. */
export async function readPeople(product: Product, { customerId }: Connection): Promise<CustomerPage> {
  const response = await fetch(`${product.url}/customers/${customerId}/people`);
  if (response.status !== 200) throw new Error(`The product answered with ${response.status}.`);
  return (await response.json()) as CustomerPage;
}
