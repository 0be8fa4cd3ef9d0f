// The shop's four functions as tutorials write them, with a query for each row. The database's constraints keep the data correct.
import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import type { Models, Order, Product } from './models.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
export type Handler = (event: Event) => Promise<APIGatewayProxyStructuredResultV2>;
/** Runs the work with a Sequelize instance. The profiles differ in how long they keep the instance. */
export type Use = (work: (sequelize: Sequelize, models: Models) => Promise<unknown>) => Promise<unknown>;

const orderBody = z.object({ items: z.array(z.object({ productId: z.int(), quantity: z.int().min(1) })).min(1) });

async function withCategory({ Category }: Models, product: Product) {
  const category = product.categoryId === null ? null : await Category.findByPk(product.categoryId);
  return { ...product.toJSON(), category: category?.toJSON() ?? null };
}

async function withItems({ OrderItem, Product }: Models, order: Order) {
  const items = await OrderItem.findAll({ where: { orderId: order.id } });
  const lineItems = await Promise.all(
    items.map(async (item) => ({ ...item.toJSON(), product: (await Product.findByPk(item.productId))?.toJSON() })),
  );
  return { ...order.toJSON(), lineItems };
}

function userOf({ User }: Models, event: Event) {
  return User.findOne({ where: { authSubject: String(event.requestContext.authorizer.jwt.claims['sub']) }, rejectOnEmpty: true });
}

async function placeOrder(sequelize: Sequelize, models: Models, event: Event) {
  const { Order, OrderItem, Product } = models;
  const { items } = orderBody.parse(JSON.parse(event.body ?? ''));
  return sequelize.transaction(async (transaction) => {
    const user = await userOf(models, event);
    let totalInCents = 0;
    const lines = [];
    for (const { productId, quantity } of items) {
      const product = await Product.findByPk(productId, { transaction, rejectOnEmpty: true });
      await product.decrement('stockQuantity', { by: quantity, transaction });
      totalInCents += quantity * product.priceInCents;
      lines.push({ productId, quantity, unitPriceInCents: product.priceInCents });
    }
    const order = await Order.create(
      {
        ...{ userId: user.id, status: 'pending', totalInCents, idempotencyKey: String(event.headers['idempotency-key']) },
        requestHash: createHash('sha256')
          .update(event.body ?? '')
          .digest('hex'),
      },
      { transaction },
    );
    for (const line of lines) await OrderItem.create({ orderId: order.id, ...line }, { transaction });
    return order.toJSON();
  });
}

/** Returns the four functions. `use` gives them a Sequelize instance. */
export function shop(use: Use) {
  const handler =
    (status: number, work: (models: Models, event: Event, sequelize: Sequelize) => Promise<unknown>): Handler =>
    async (event) => {
      try {
        const result = await use((sequelize, models) => work(models, event, sequelize));
        return { statusCode: result === null ? 404 : status, body: JSON.stringify(result) };
      } catch (error) {
        return { statusCode: 500, body: JSON.stringify({ error: error instanceof Error ? error.message : String(error) }) };
      }
    };
  return {
    listProducts: handler(200, async (models) => {
      const products = await models.Product.findAll({ where: { isActive: true }, order: ['id'], limit: 50 });
      return { items: await Promise.all(products.map((product) => withCategory(models, product))) };
    }),
    getProduct: handler(200, async (models, event) => {
      const product = await models.Product.findByPk(event.pathParameters?.['productId']);
      return product === null ? null : withCategory(models, product);
    }),
    placeOrder: handler(201, (models, event, sequelize) => placeOrder(sequelize, models, event)),
    listOrders: handler(200, async (models, event) => {
      const user = await userOf(models, event);
      const orders = await models.Order.findAll({ where: { userId: user.id }, order: [['id', 'desc']], limit: 20 });
      return { items: await Promise.all(orders.map((order) => withItems(models, order))) };
    }),
  };
}
