import { describe, expect, it } from 'vitest';
import { makeProduct } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

const db = await ownerDatabase();

describe('getFormattedPrice', () => {
  it.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [100, '$1.00'],
    [1_999, '$19.99'],
    [123_450, '$1,234.50'],
    [2_147_483_647, '$21,474,836.47'],
  ])('shows %i cents as %s', async (priceInCents, text) => {
    const { id } = await makeProduct({ priceInCents });
    expect((await db.Product.findByPk(id))?.getFormattedPrice()).toBe(text);
  });

  it('is exact to the cent', () => {
    for (let priceInCents = 0; priceInCents < 100_000; priceInCents += 7) {
      const shown = db.Product.build({ sku: 'x', name: 'Teapot', priceInCents }).getFormattedPrice();
      expect(Number(shown.replace(/\D/g, ''))).toBe(priceInCents);
    }
  });
});

describe('isInStock', () => {
  it.each([
    [0, undefined, false],
    [1, undefined, true],
    [3, 3, true],
    [3, 4, false],
  ])('with a stock of %i and the quantity %s returns %s', async (stockQuantity, quantity, answer) => {
    const { id } = await makeProduct({ stockQuantity });
    expect((await db.Product.findByPk(id))?.isInStock(quantity)).toBe(answer);
  });
});

it('a new product is active and has no stock, category or description', async () => {
  const { id } = await db.Product.create({ sku: 'new', name: 'Teapot', priceInCents: 1 });
  const product = await db.Product.findByPk(id, { raw: true });
  expect(product).toMatchObject({ isActive: true, version: 0, stockQuantity: 0, categoryId: null, description: '' });
});

it('keeps price and stock separate', async () => {
  // If both fields had the same attribute object, Sequelize would return the price as the stock.
  const { id } = await makeProduct({ priceInCents: 11, stockQuantity: 22 });
  expect(await db.Product.findByPk(id)).toMatchObject({ priceInCents: 11, stockQuantity: 22 });
});
