/** Values that several examples contain. */
export const product = {
  ...{ id: 7, sku: 'TEAPOT-1', name: 'Teapot', description: 'Holds four cups.', priceInCents: 1999, stockQuantity: 12 },
  ...{ category: { id: 2, name: 'Kitchen' }, createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-12T19:03:58.000Z' },
};
export const deliveryAddress = { name: 'Ada Example', lines: ['Teapot Lane 7'], postalCode: '10115', city: 'Berlin', country: 'DE' };
export const tracking = { carrier: 'DHL', number: '00340434161094', url: 'https://www.dhl.com/track?id=00340434161094' };
export const order = {
  ...{ id: 17, status: 'pending', totalInCents: 3998, paidInCents: 0, discountCode: null, deliveryAddress, tracking: null },
  ...{ createdAt: '2026-03-12T19:03:58.000Z', updatedAt: '2026-03-12T19:03:58.000Z' },
  lineItems: [{ productId: 7, quantity: 2, unitPriceInCents: 1999, product: { id: 7, name: 'Teapot', priceInCents: 1999 } }],
};
export const payment = { kind: 'payment', amountInCents: 3998, reference: 'ch_3Mm', time: '2026-03-12T19:04:11.000Z' };
export const nextCursor = 'WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0';
