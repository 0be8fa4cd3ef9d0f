// Written by npm run openapi, from openapi.json.
export interface paths {
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products
         * @description Returns a page of active products, each with its category.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List products (headers only)
         * @description Returns the headers of `GET /products`, without a body.
         */
        head: operations["listProductsHead"];
        patch?: never;
        trace?: never;
    };
    "/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a product
         * @description Returns an active product. If the product does not exist or is inactive, the response is 404 `not-found`.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve a product (headers only)
         * @description Returns the headers of `GET /products/{productId}`, without a body.
         */
        head: operations["getProductHead"];
        patch?: never;
        trace?: never;
    };
    "/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories
         * @description Returns every category, sorted by name, with its number of active products. The response is not divided into pages.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List categories (headers only)
         * @description Returns the headers of `GET /categories`, without a body.
         */
        head: operations["listCategoriesHead"];
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description Returns a page of the customer's orders, newest first.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description Places an order and takes the stock of all its lines. If any line cannot be delivered, no order is placed. The order is placed exactly once for each `Idempotency-Key`. After a lost response or a 5xx, send the same request with the same key. If the first request has placed the order, the response is that order in its current state, with `Idempotency-Replayed: true`.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        /**
         * List orders (headers only)
         * @description Returns the headers of `GET /orders`, without a body.
         */
        head: operations["listOrdersHead"];
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve an order
         * @description Returns one of the customer's orders. If the order does not exist or belongs to another customer, the response is 404 `not-found`.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve an order (headers only)
         * @description Returns the headers of `GET /orders/{orderId}`, without a body.
         */
        head: operations["getOrderHead"];
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order
         * @description Cancels one of the customer's orders, returns its stock, and returns the order. Only a `pending` or `processing` order can be cancelled: if the order is `shipped` or `delivered`, the response is 409 `invalid-transition`. If the order is already cancelled, the request changes nothing and returns the order.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance an order
         * @description Advances an order of any customer to its next status and returns the order. An order goes from `pending` to `processing`, then to `shipped`, then to `delivered`. If `status` is not the next status of the order, the response is 409 `invalid-transition`. If the shop cancels unpaid orders, an order must be paid before it becomes `processing`; otherwise the response is 409 `unpaid`.
         */
        post: operations["advanceOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fulfilment/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the orders of all customers
         * @description Returns a page of all customers' orders, sorted by the time when they were placed. With `customerId`, the orders are sorted by ID. With `Accept: text/csv`, the response is a pick list: a CSV file with a row for each line of an order.
         */
        get: operations["listOrdersForFulfilment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List the orders of all customers (headers only)
         * @description Returns the headers of `GET /fulfilment/orders`, without a body.
         */
        head: operations["listOrdersForFulfilmentHead"];
        patch?: never;
        trace?: never;
    };
    "/fulfilment/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve an order of any customer
         * @description Returns an order with its customer, payments and history. The history of an old order may be incomplete, because events are deleted after their retention time.
         */
        get: operations["getOrderForFulfilment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve an order of any customer (headers only)
         * @description Returns the headers of `GET /fulfilment/orders/{orderId}`, without a body.
         */
        head: operations["getOrderForFulfilmentHead"];
        patch?: never;
        trace?: never;
    };
    "/fulfilment/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order of any customer
         * @description Cancels an order, returns its stock, and returns the order. Only a `pending` or `processing` order can be cancelled: if the order is `shipped` or `delivered`, the response is 409 `invalid-transition`. If the order is already cancelled, the request changes nothing and returns the order. The request refunds no money: `paidInCents` changes when the refund is recorded.
         */
        post: operations["cancelOrderForFulfilment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a payment or refund
         * @description Records a payment or refund of an order in any status, exactly once for each `reference`. It changes the order's `paidInCents`, but moves no money. If you repeat a request, the response is the recorded payment with `Idempotency-Replayed: true`. If a refund exceeds the order's `paidInCents`, the response is 409 `refund-exceeds-payments`. If the reference was recorded with another order, kind or amount, the response is 422 `reference-reused`.
         */
        post: operations["recordPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a sales report
         * @description Returns a page of a month's sales: the totals, the products and up to 1,000 discount codes. Cancelled orders are not included. With `Accept: text/csv`, the response is a CSV file with only the products. If the report takes longer than 20 s, the response is 503 `overloaded`: filter by discount code, or retry later.
         */
        get: operations["salesReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve a sales report (headers only)
         * @description Returns the headers of `GET /reports/sales`, without a body.
         */
        head: operations["salesReportHead"];
        patch?: never;
        trace?: never;
    };
    "/catalogue/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all products, including inactive ones
         * @description Returns a page of products, including inactive ones, sorted by ID. With `Accept: text/csv`, the response is a CSV file that you can edit in a spreadsheet and import again.
         */
        get: operations["listCatalogueProducts"];
        /**
         * Import products from CSV
         * @description Creates and updates products by SKU. If any row has a fault, nothing is imported: the response is 422 `invalid-request`, and each path in `errors` is `/body/<line>/<column>`.
         */
        put: operations["importProducts"];
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List all products, including inactive ones (headers only)
         * @description Returns the headers of `GET /catalogue/products`, without a body.
         */
        head: operations["listCatalogueProductsHead"];
        patch?: never;
        trace?: never;
    };
    "/catalogue/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve a product, even if it is inactive
         * @description Returns a product with its version. To replace the product, send the `ETag` of this response as `If-Match`.
         */
        get: operations["getCatalogueProduct"];
        /**
         * Create or replace a product
         * @description Creates a product (201), or replaces an existing one (200). To replace a product, retrieve it first and send its `ETag` as `If-Match`. If the product has changed meanwhile, the response is 412 `precondition-failed`: retrieve it again. Without `If-Match` and `If-None-Match`, the response for an existing product is 428 `precondition-required`. The stock is not part of the request: orders and stock movements change it, and do not change the version.
         */
        put: operations["putProduct"];
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve a product, even if it is inactive (headers only)
         * @description Returns the headers of `GET /catalogue/products/{sku}`, without a body.
         */
        head: operations["getCatalogueProductHead"];
        patch?: never;
        trace?: never;
    };
    "/catalogue/products/{sku}/stock-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a product's stock movements
         * @description Returns a product's stock and a page of its movements, newest first. Orders and their cancellations change the stock, but are not movements. The stock before the first movement appears as a movement with the reason `opening`.
         */
        get: operations["listStockMovements"];
        put?: never;
        /**
         * Record a stock movement
         * @description Changes the stock of a product and records why. The movement is booked exactly once for each `Idempotency-Key`. If the stock would fall below 0, nothing is booked and the response is 409 `insufficient-stock`. If the stock plus the units of pending and processing orders would exceed 2,147,483,647, nothing is booked and the response is 422 `invalid-request`.
         */
        post: operations["recordStockMovement"];
        delete?: never;
        options?: never;
        /**
         * List a product's stock movements (headers only)
         * @description Returns the headers of `GET /catalogue/products/{sku}/stock-movements`, without a body.
         */
        head: operations["listStockMovementsHead"];
        patch?: never;
        trace?: never;
    };
    "/customers/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve the customer's own record
         * @description Returns the record of the token's customer. If the token has no customer, the response is 403 `unknown-customer`.
         */
        get: operations["getCustomer"];
        /**
         * Register or change the customer
         * @description Registers the token's customer (201), or replaces the customer's name and email address (200). If another customer has the email address, in upper or lower case, the response is 409 `email-taken`.
         */
        put: operations["putCustomer"];
        post?: never;
        /**
         * Erase the customer's personal data
         * @description Erases the customer's name, email address and subject, and the addresses, tracking data and idempotency keys of the customer's orders. The orders and their totals stay, without a customer. While an order is `pending`, `processing` or `shipped`, nothing is erased and the response is 409 `open-orders`. The same token may register again later, but does not get the old orders back.
         */
        delete: operations["eraseCustomer"];
        options?: never;
        /**
         * Retrieve the customer's own record (headers only)
         * @description Returns the headers of `GET /customers/me`, without a body.
         */
        head: operations["getCustomerHead"];
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve the API description
         * @description Returns this description as an OpenAPI 3.1 document.
         */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve the API description (headers only)
         * @description Returns the headers of `GET /openapi.json`, without a body.
         */
        head: operations["openapiHead"];
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retrieve the documentation page
         * @description Returns a page that documents the API, with forms to call it.
         */
        get: operations["docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve the documentation page (headers only)
         * @description Returns the headers of `GET /docs`, without a body.
         */
        head: operations["docsHead"];
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CatalogueProduct: {
            /** @description The product's ID. */
            id: number;
            /** @description The shop's own code for the product. It is unique and never changes. */
            sku: string;
            /** @description The product's name, as customers see it. */
            name: string;
            /** @description The product's description, as customers see it. May be empty. */
            description: string;
            /** @description The price of one unit, in whole cents. */
            priceInCents: number;
            /** @description The number of units that can be sold. */
            stockQuantity: number;
            /** @description The product's category. Null if it has none. */
            category: {
                /** @description The category's ID. */
                id: number;
                /** @description The category's name. */
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description When the product was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the product or its stock last changed.
             */
            updatedAt: string;
            /** @description Whether customers can see and order the product. */
            isActive: boolean;
            /** @description The number of changes since the product was created. Changes of stock do not count. The `ETag` contains this number. */
            version: number;
        };
        CatalogueProductPage: {
            /** @description The products of this page, sorted by ID. */
            items: components["schemas"]["CatalogueProduct"][];
            /** @description Send this value as `cursor`, with the same filters and sort, to get the next page. Null on the last page. */
            nextCursor: string | null;
        };
        CategoryList: {
            /** @description Every category, sorted by name. */
            items: {
                /** @description The category's ID. */
                id: number;
                /** @description The category's name. */
                name: string;
                /** @description The number of active products in the category. */
                productCount: number;
            }[];
        };
        Customer: {
            /** @description The customer's ID. */
            id: number;
            /** @description The customer's full name. */
            fullName: string;
            /** @description The customer's email address. */
            email: string;
            /**
             * Format: date-time
             * @description When the customer registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the customer's record last changed.
             */
            updatedAt: string;
        };
        DatabaseUnavailableProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Service Unavailable";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 503;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "database-unavailable";
        };
        EmailTakenProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "email-taken";
        };
        ForbiddenProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Forbidden";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "forbidden";
        };
        FulfilmentOrder: {
            /** @description The order's ID. */
            id: number;
            /**
             * @description An order is `pending`, then `processing`, `shipped` and `delivered`. A `pending` or `processing` order can become `cancelled`.
             * @enum {string}
             */
            status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            /** @description The sum of all lines, in whole cents. */
            totalInCents: number;
            /** @description The sum of the order's payments minus its refunds, in whole cents. */
            paidInCents: number;
            /** @description The discount code. It is a label for the sales report and does not change the total. Null for none. */
            discountCode: string | null;
            /** @description The parcel's tracking data. Null if staff have entered none, or if the customer was erased. */
            tracking: {
                /** @description The carrier's name. */
                carrier: string;
                /** @description The carrier's tracking number. */
                number: string;
                /** @description The address of the carrier's tracking page. Null if there is none. */
                url: string | null;
            } | null;
            /** @description The delivery address. Null if the order has none, or if the customer was erased. */
            deliveryAddress: {
                /** @description The recipient's name. */
                name: string;
                /** @description The street, the house number and other details for the carrier, from the first line to the last. */
                lines: string[];
                /** @description The postal code. Absent if the address has none. */
                postalCode?: string;
                /** @description The city or town. */
                city: string;
                /** @description The country, as a code of ISO 3166-1 alpha-2, such as `DE`. */
                country: string;
            } | null;
            /**
             * Format: date-time
             * @description When the order was placed.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the order's status or paid amount last changed.
             */
            updatedAt: string;
            /** @description The order's lines, sorted by `productId`. */
            lineItems: {
                /** @description The product's ID. */
                productId: number;
                /** @description The number of units. */
                quantity: number;
                /** @description The price of one unit when the order was placed, in whole cents. */
                unitPriceInCents: number;
                /** @description The product as it is now. It may be inactive. */
                product: {
                    /** @description The product's ID. */
                    id: number;
                    /** @description The product's name, as customers see it. */
                    name: string;
                    /** @description The current price of one unit, in whole cents. */
                    priceInCents: number;
                };
            }[];
            /** @description The customer who placed the order. Null if the customer was erased. */
            customer: {
                /** @description The customer's ID. */
                id: number;
                /** @description The customer's full name. */
                fullName: string;
                /** @description The customer's email address. */
                email: string;
            } | null;
            /** @description The order's payments and refunds, in the sequence in which they were recorded. */
            payments: {
                /**
                 * @description `payment`: money from the customer. `refund`: money back to the customer.
                 * @enum {string}
                 */
                kind: "payment" | "refund";
                /** @description The amount of this payment or refund, in whole cents. It is always above 0, for a refund too. */
                amountInCents: number;
                /** @description The payment provider's ID of this payment or refund. Each reference is recorded only once. */
                reference: string;
                /**
                 * Format: date-time
                 * @description When the API recorded the payment or refund.
                 */
                time: string;
            }[];
            /** @description The order's events, sorted by `sequence`. Old events may be missing. */
            history: {
                /** @description The event's place among the order's events, counted from 1. */
                sequence: number;
                /** @description `order.placed`, `order.advanced`, `order.cancelled`, `order.paid` or `order.refunded`. */
                type: string;
                /**
                 * Format: date-time
                 * @description When the change was made.
                 */
                time: string;
                /** @description Who made the change: `customer`, `system`, `staff:<subject>` or `payments:<subject>`. The subject is missing if the token has none that the database can store. After the erasure of a staff member, that subject is missing too. */
                actor: string;
                /** @description Why staff cancelled the order. Absent from all other events. */
                note?: string;
                /** @description The status before the change. Absent if the event did not change the status. */
                from?: string;
                /** @description The status after the change. Absent if the event did not change the status. */
                to?: string;
            }[];
        };
        FulfilmentOrderPage: {
            /** @description The orders of this page. */
            items: {
                /** @description The order's ID. */
                id: number;
                /**
                 * @description An order is `pending`, then `processing`, `shipped` and `delivered`. A `pending` or `processing` order can become `cancelled`.
                 * @enum {string}
                 */
                status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /** @description The sum of all lines, in whole cents. */
                totalInCents: number;
                /** @description The sum of the order's payments minus its refunds, in whole cents. */
                paidInCents: number;
                /** @description The discount code. It is a label for the sales report and does not change the total. Null for none. */
                discountCode: string | null;
                /** @description The parcel's tracking data. Null if staff have entered none, or if the customer was erased. */
                tracking: {
                    /** @description The carrier's name. */
                    carrier: string;
                    /** @description The carrier's tracking number. */
                    number: string;
                    /** @description The address of the carrier's tracking page. Null if there is none. */
                    url: string | null;
                } | null;
                /** @description The delivery address. Null if the order has none, or if the customer was erased. */
                deliveryAddress: {
                    /** @description The recipient's name. */
                    name: string;
                    /** @description The street, the house number and other details for the carrier, from the first line to the last. */
                    lines: string[];
                    /** @description The postal code. Absent if the address has none. */
                    postalCode?: string;
                    /** @description The city or town. */
                    city: string;
                    /** @description The country, as a code of ISO 3166-1 alpha-2, such as `DE`. */
                    country: string;
                } | null;
                /**
                 * Format: date-time
                 * @description When the order was placed.
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description When the order's status or paid amount last changed.
                 */
                updatedAt: string;
                /** @description The order's lines, sorted by `productId`. */
                lineItems: {
                    /** @description The product's ID. */
                    productId: number;
                    /** @description The number of units. */
                    quantity: number;
                    /** @description The price of one unit when the order was placed, in whole cents. */
                    unitPriceInCents: number;
                    /** @description The product as it is now. It may be inactive. */
                    product: {
                        /** @description The product's ID. */
                        id: number;
                        /** @description The product's name, as customers see it. */
                        name: string;
                        /** @description The current price of one unit, in whole cents. */
                        priceInCents: number;
                    };
                }[];
                /** @description The customer who placed the order. Null if the customer was erased. */
                customer: {
                    /** @description The customer's ID. */
                    id: number;
                    /** @description The customer's full name. */
                    fullName: string;
                    /** @description The customer's email address. */
                    email: string;
                } | null;
                /** @description The order's payments and refunds, in the sequence in which they were recorded. */
                payments: {
                    /**
                     * @description `payment`: money from the customer. `refund`: money back to the customer.
                     * @enum {string}
                     */
                    kind: "payment" | "refund";
                    /** @description The amount of this payment or refund, in whole cents. It is always above 0, for a refund too. */
                    amountInCents: number;
                    /** @description The payment provider's ID of this payment or refund. Each reference is recorded only once. */
                    reference: string;
                    /**
                     * Format: date-time
                     * @description When the API recorded the payment or refund.
                     */
                    time: string;
                }[];
            }[];
            /** @description Send this value as `cursor`, with the same filters and sort, to get the next page. Null on the last page. */
            nextCursor: string | null;
        };
        /** @description The gateway's own response. */
        GatewayMessage: {
            /** @description What is wrong, for people. */
            message: string;
        };
        IdempotencyKeyMissingProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Bad Request";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "idempotency-key-missing";
        };
        IdempotencyKeyReusedProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Unprocessable Content";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "idempotency-key-reused";
        };
        ImportResult: {
            /** @description The number of new products. */
            created: number;
            /** @description The number of changed products. */
            updated: number;
            /** @description The number of rows whose product already has these values. These products keep their version. */
            unchanged: number;
        };
        InsufficientStockProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "insufficient-stock";
            /** @description Every product without enough stock. */
            shortages: {
                /** @description The product's ID. */
                productId: number;
                /** @description The number of units that the request needs. */
                requested: number;
                /** @description The number of units that can be sold. */
                available: number;
            }[];
        };
        InternalProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Internal Server Error";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 500;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "internal";
        };
        InvalidCursorProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Bad Request";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "invalid-cursor";
        };
        InvalidRequestProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Unprocessable Content";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "invalid-request";
            /** @description All faults of the request, up to 500. */
            errors: {
                /** @description A JSON Pointer to the fault in the request, such as `/body/items/0/quantity`. */
                path: string;
                /** @description What is wrong, for people. */
                message: string;
            }[];
        };
        InvalidTransitionProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "invalid-transition";
        };
        MalformedCsvProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Bad Request";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "malformed-csv";
        };
        MalformedJsonProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Bad Request";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "malformed-json";
        };
        NotFoundProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Not Found";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 404;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "not-found";
        };
        OpenOrdersProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "open-orders";
        };
        Order: {
            /** @description The order's ID. */
            id: number;
            /**
             * @description An order is `pending`, then `processing`, `shipped` and `delivered`. A `pending` or `processing` order can become `cancelled`.
             * @enum {string}
             */
            status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            /** @description The sum of all lines, in whole cents. */
            totalInCents: number;
            /** @description The sum of the order's payments minus its refunds, in whole cents. */
            paidInCents: number;
            /** @description The discount code. It is a label for the sales report and does not change the total. Null for none. */
            discountCode: string | null;
            /** @description The parcel's tracking data. Null if staff have entered none, or if the customer was erased. */
            tracking: {
                /** @description The carrier's name. */
                carrier: string;
                /** @description The carrier's tracking number. */
                number: string;
                /** @description The address of the carrier's tracking page. Null if there is none. */
                url: string | null;
            } | null;
            /** @description The delivery address. Null if the order has none, or if the customer was erased. */
            deliveryAddress: {
                /** @description The recipient's name. */
                name: string;
                /** @description The street, the house number and other details for the carrier, from the first line to the last. */
                lines: string[];
                /** @description The postal code. Absent if the address has none. */
                postalCode?: string;
                /** @description The city or town. */
                city: string;
                /** @description The country, as a code of ISO 3166-1 alpha-2, such as `DE`. */
                country: string;
            } | null;
            /**
             * Format: date-time
             * @description When the order was placed.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the order's status or paid amount last changed.
             */
            updatedAt: string;
            /** @description The order's lines, sorted by `productId`. */
            lineItems: {
                /** @description The product's ID. */
                productId: number;
                /** @description The number of units. */
                quantity: number;
                /** @description The price of one unit when the order was placed, in whole cents. */
                unitPriceInCents: number;
                /** @description The product as it is now. It may be inactive. */
                product: {
                    /** @description The product's ID. */
                    id: number;
                    /** @description The product's name, as customers see it. */
                    name: string;
                    /** @description The current price of one unit, in whole cents. */
                    priceInCents: number;
                };
            }[];
        };
        OrderPage: {
            /** @description The orders of this page, newest first. */
            items: components["schemas"]["Order"][];
            /** @description Send this value as `cursor`, with the same filters and sort, to get the next page. Null on the last page. */
            nextCursor: string | null;
        };
        OverloadedProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Service Unavailable";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 503;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "overloaded";
        };
        PayloadTooLargeProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Content Too Large";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 413;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "payload-too-large";
        };
        Payment: {
            /** @description The payment's or refund's ID. */
            id: number;
            /** @description The order's ID. */
            orderId: number;
            /**
             * @description `payment`: money from the customer. `refund`: money back to the customer.
             * @enum {string}
             */
            kind: "payment" | "refund";
            /** @description The amount of this payment or refund, in whole cents. It is always above 0, for a refund too. */
            amountInCents: number;
            /** @description The payment provider's ID of this payment or refund. Each reference is recorded only once. */
            reference: string;
            /**
             * Format: date-time
             * @description When the API recorded the payment or refund.
             */
            time: string;
        };
        PreconditionFailedProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Precondition Failed";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 412;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "precondition-failed";
        };
        PreconditionRequiredProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Precondition Required";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 428;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "precondition-required";
        };
        PriceChangedProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "price-changed";
            /** @description The total at the current prices, in whole cents. */
            totalInCents: number;
            /** @description Every line at its current price. */
            lineItems: {
                /** @description The product's ID. */
                productId: number;
                /** @description The number of units in the request. */
                quantity: number;
                /** @description The current price of one unit, in whole cents. */
                unitPriceInCents: number;
            }[];
        };
        Product: {
            /** @description The product's ID. */
            id: number;
            /** @description The shop's own code for the product. It is unique and never changes. */
            sku: string;
            /** @description The product's name, as customers see it. */
            name: string;
            /** @description The product's description, as customers see it. May be empty. */
            description: string;
            /** @description The price of one unit, in whole cents. */
            priceInCents: number;
            /** @description The number of units that can be sold. */
            stockQuantity: number;
            /** @description The product's category. Null if it has none. */
            category: {
                /** @description The category's ID. */
                id: number;
                /** @description The category's name. */
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description When the product was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the product or its stock last changed.
             */
            updatedAt: string;
        };
        ProductPage: {
            /** @description The products of this page. */
            items: components["schemas"]["Product"][];
            /** @description Send this value as `cursor`, with the same filters and sort, to get the next page. Null on the last page. */
            nextCursor: string | null;
        };
        ReferenceReusedProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Unprocessable Content";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "reference-reused";
        };
        RefundExceedsPaymentsProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "refund-exceeds-payments";
            /** @description The sum of the order's payments minus its refunds so far, in whole cents. */
            paidInCents: number;
        };
        SalesReport: {
            /** @description The month of the report as `YYYY-MM`, in UTC. */
            month: string;
            /** @description The totals of the month. They are the same on every page. */
            totals: {
                /** @description The sales of all products, in whole cents. */
                totalInCents: number;
                /** @description The number of orders. */
                orders: number;
                /** @description The number of units. */
                units: number;
            };
            /** @description The products of this page, highest `totalInCents` first. */
            items: {
                /** @description The product's place among the month's products. Equal totals have the same rank. */
                rank: number;
                /** @description The product's ID. */
                productId: number;
                /** @description The product's current name. */
                name: string;
                /** @description The name of the product's current category. Null if it has none. */
                category: string | null;
                /** @description The sales of the product, in whole cents. */
                totalInCents: number;
                /** @description The number of orders. */
                orders: number;
                /** @description The number of units. */
                units: number;
            }[];
            /** @description The discount codes of this page, highest `totalInCents` first. Orders without a code are not included. */
            discountCodes: {
                /** @description The discount code. */
                discountCode: string;
                /** @description The sales of all orders with this code, in whole cents. */
                totalInCents: number;
                /** @description The number of orders. */
                orders: number;
                /** @description The number of units. */
                units: number;
            }[];
            /** @description Send this value as `cursor`, with the same filters and sort, to get the next page. Null on the last page. */
            nextCursor: string | null;
        };
        StockMovement: {
            /** @description The movement's ID. */
            id: number;
            /** @description The product's ID. */
            productId: number;
            /**
             * @description Why the stock changed. `receipt`: a delivery. `return`: units that a customer sent back. `damage`: units that can no longer be sold. `correction`: an earlier movement was wrong. `count`: a stock count. `opening`: the stock before the first movement.
             * @enum {string}
             */
            reason: "opening" | "receipt" | "correction" | "damage" | "return" | "count";
            /** @description The units that the movement added to the stock. Negative if it took units. */
            change: number;
            /** @description A note about the movement, such as a delivery number. Null for none. */
            note: string | null;
            /** @description The stock after the movement. */
            balance: number;
            /** @description The subject of the token that booked the movement. Null if the reason is `opening`, or if the person was erased. */
            actor: string | null;
            /**
             * Format: date-time
             * @description When the movement was booked.
             */
            createdAt: string;
        };
        StockMovementPage: {
            /** @description The number of units that can be sold. */
            stockQuantity: number;
            /** @description The units of orders that are pending or processing. The units in the building are `stockQuantity` plus `reservedQuantity`. */
            reservedQuantity: number;
            /** @description The movements of this page, newest first. */
            items: components["schemas"]["StockMovement"][];
            /** @description Send this value as `cursor`, with the same filters and sort, to get the next page. Null on the last page. */
            nextCursor: string | null;
        };
        TooManyPendingOrdersProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "too-many-pending-orders";
            /** @description How many pending orders a customer may have. */
            limit: number;
        };
        UnauthorizedProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Unauthorized";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "unauthorized";
        };
        UnknownCustomerProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Forbidden";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "unknown-customer";
        };
        UnknownProductProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Unprocessable Content";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "unknown-product";
            /** @description The IDs of unknown or inactive products. */
            productIds: number[];
        };
        UnpaidProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Conflict";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            code: "unpaid";
            /** @description The order's total, in whole cents. */
            totalInCents: number;
            /** @description The sum of the order's payments minus its refunds, in whole cents. */
            paidInCents: number;
        };
        UnsupportedMediaTypeProblem: {
            /**
             * @description Always `about:blank`: `code` identifies the error.
             * @constant
             */
            type: "about:blank";
            /**
             * @description The status's name.
             * @constant
             */
            title: "Unsupported Media Type";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 415;
            /** @description What is wrong and what to do, for people. The text may change. */
            detail: string;
            /**
             * @description The error, for programs. It never changes.
             * @constant
             */
            code: "unsupported-media-type";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The request's ID, which also appears in the API's logs. */
        "X-Request-Id": string;
        /** @description How long a cache may keep the response. `no-store` unless the response is the same for every caller. */
        "Cache-Control": string;
        /** @description The request headers that the response depends on. */
        Vary: string;
        /** @description The version of the body. If a cache may keep the response, send this value as `If-None-Match`: the response is 304 while the body is unchanged. For a product in the catalogue management, send it as `If-Match` to replace this version. */
        ETag: string;
        /** @description `br` or `gzip` for bodies over 1 KB, if the request accepts it. */
        "Content-Encoding": "br" | "gzip";
        /** @description `identity`: send the body uncompressed, without `Content-Encoding` (RFC 9110, 12.5.3). */
        "Accept-Encoding": "identity";
        /** @description `<…>; rel="next"`: the next page. Absent from the last page. */
        Link: string;
        /** @description The new resource's URL, relative to the request. */
        Location: string;
        /** @description `true` if this request repeats an earlier request with the same key or reference. Otherwise absent. */
        "Idempotency-Replayed": "true";
        /** @description The CSV file's name. */
        "Content-Disposition": string;
        /** @description What is wrong with the token (RFC 6750). */
        "WWW-Authenticate": string;
        /** @description How many seconds to wait before a retry. */
        "Retry-After": string;
        /** @description No capacity is left (`r=0`); retry in `t` seconds. */
        RateLimit: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listProducts: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of products on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description How to sort the products: `id`, `price` (lowest first), `-price` (highest first), `name`, or `newest` (newest first).
                 * @example price
                 */
                sort?: "id" | "price" | "-price" | "name" | "newest";
                /**
                 * @description Returns only products of this category.
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description Returns only products whose name or description contains this text, in upper or lower case.
                 * @example tea
                 */
                search?: string;
                /**
                 * @description `true` returns only products in stock. Leave it out to get all products.
                 * @example true
                 */
                inStock?: "true";
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 7,
                     *           "sku": "TEAPOT-1",
                     *           "name": "Teapot",
                     *           "description": "Holds four cups.",
                     *           "priceInCents": 1999,
                     *           "stockQuantity": 12,
                     *           "category": {
                     *             "id": 2,
                     *             "name": "Kitchen"
                     *           },
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "updatedAt": "2026-03-12T19:03:58.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidCursorProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listProductsHead: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of products on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description How to sort the products: `id`, `price` (lowest first), `-price` (highest first), `name`, or `newest` (newest first).
                 * @example price
                 */
                sort?: "id" | "price" | "-price" | "name" | "newest";
                /**
                 * @description Returns only products of this category.
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description Returns only products whose name or description contains this text, in upper or lower case.
                 * @example tea
                 */
                search?: string;
                /**
                 * @description `true` returns only products in stock. Leave it out to get all products.
                 * @example true
                 */
                inStock?: "true";
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The product's ID.
                 * @example 7
                 */
                productId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "sku": "TEAPOT-1",
                     *       "name": "Teapot",
                     *       "description": "Holds four cups.",
                     *       "priceInCents": 1999,
                     *       "stockQuantity": 12,
                     *       "category": {
                     *         "id": 2,
                     *         "name": "Kitchen"
                     *       },
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "updatedAt": "2026-03-12T19:03:58.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getProductHead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The product's ID.
                 * @example 7
                 */
                productId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every category. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 2,
                     *           "name": "Kitchen",
                     *           "productCount": 41
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listCategoriesHead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every category. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of orders on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status.
                 * @example processing
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the customer's orders, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 17,
                     *           "status": "processing",
                     *           "totalInCents": 3998,
                     *           "paidInCents": 3998,
                     *           "discountCode": null,
                     *           "deliveryAddress": {
                     *             "name": "Ada Example",
                     *             "lines": [
                     *               "Teapot Lane 7"
                     *             ],
                     *             "postalCode": "10115",
                     *             "city": "Berlin",
                     *             "country": "DE"
                     *           },
                     *           "tracking": null,
                     *           "createdAt": "2026-03-12T19:03:58.000Z",
                     *           "updatedAt": "2026-03-12T19:03:58.000Z",
                     *           "lineItems": [
                     *             {
                     *               "productId": 7,
                     *               "quantity": 2,
                     *               "unitPriceInCents": 1999,
                     *               "product": {
                     *                 "id": 7,
                     *                 "name": "Teapot",
                     *                 "priceInCents": 1999
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidCursorProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnknownCustomerProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique value for each new request, such as a UUID. Send the same value when you retry. A key with a comma must be in double quotes, which are part of the key.
                 * @example 7f9c24e8-3b12-4fef-91e0-5a3c1d2b9f44
                 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The lines of the order and, optionally, a discount code, a delivery address and the expected total. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The lines of the order, each with a different product. */
                    items: {
                        /** @description The product's ID. The product must be active. */
                        productId: number;
                        /** @description The number of units. */
                        quantity: number;
                    }[];
                    /**
                     * @description The discount code. It is a label for the sales report and does not change the total. Null for none.
                     * @default null
                     */
                    discountCode?: string | null;
                    /**
                     * @description The delivery address. It never appears in logs or events. Null for none.
                     * @default null
                     */
                    deliveryAddress?: {
                        /** @description The recipient's name. */
                        name: string;
                        /** @description The street, the house number and other details for the carrier, from the first line to the last. */
                        lines: string[];
                        /** @description The postal code. Absent if the address has none. */
                        postalCode?: string;
                        /** @description The city or town. */
                        city: string;
                        /**
                         * @description The country, as a code of ISO 3166-1 alpha-2, such as `DE`.
                         * @enum {string}
                         */
                        country: "AD" | "AE" | "AF" | "AG" | "AI" | "AL" | "AM" | "AO" | "AQ" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BV" | "BW" | "BY" | "BZ" | "CA" | "CC" | "CD" | "CF" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CU" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FR" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HT" | "HU" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IR" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KP" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MK" | "ML" | "MM" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NI" | "NL" | "NO" | "NP" | "NR" | "NU" | "NZ" | "OM" | "PA" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PW" | "PY" | "QA" | "RE" | "RO" | "RS" | "RU" | "RW" | "SA" | "SB" | "SC" | "SD" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SO" | "SR" | "SS" | "ST" | "SV" | "SX" | "SY" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VE" | "VG" | "VI" | "VN" | "VU" | "WF" | "WS" | "YE" | "YT" | "ZA" | "ZM" | "ZW";
                    } | null;
                    /**
                     * @description The total that the customer has seen, in whole cents. If the current total differs, no order is placed, and the response is 409 `price-changed` with the current prices. Null accepts any total.
                     * @default null
                     */
                    expectedTotalInCents?: number | null;
                };
            };
        };
        responses: {
            /** @description The placed order. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Bad Request: `malformed-json`, `idempotency-key-missing` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedJsonProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnknownCustomerProblem"];
                };
            };
            /** @description Conflict: `insufficient-stock`, `price-changed`, `too-many-pending-orders` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InsufficientStockProblem"] | components["schemas"]["PriceChangedProblem"] | components["schemas"]["TooManyPendingOrdersProblem"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request`, `idempotency-key-reused`, `unknown-product` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["UnknownProductProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause, with the same `Idempotency-Key`. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listOrdersHead: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of orders on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status.
                 * @example processing
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the customer's orders, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 17,
                     *       "status": "pending",
                     *       "totalInCents": 3998,
                     *       "paidInCents": 0,
                     *       "discountCode": null,
                     *       "deliveryAddress": {
                     *         "name": "Ada Example",
                     *         "lines": [
                     *           "Teapot Lane 7"
                     *         ],
                     *         "postalCode": "10115",
                     *         "city": "Berlin",
                     *         "country": "DE"
                     *       },
                     *       "tracking": null,
                     *       "createdAt": "2026-03-12T19:03:58.000Z",
                     *       "updatedAt": "2026-03-12T19:03:58.000Z",
                     *       "lineItems": [
                     *         {
                     *           "productId": 7,
                     *           "quantity": 2,
                     *           "unitPriceInCents": 1999,
                     *           "product": {
                     *             "id": 7,
                     *             "name": "Teapot",
                     *             "priceInCents": 1999
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnknownCustomerProblem"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getOrderHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 17,
                     *       "status": "cancelled",
                     *       "totalInCents": 3998,
                     *       "paidInCents": 0,
                     *       "discountCode": null,
                     *       "deliveryAddress": {
                     *         "name": "Ada Example",
                     *         "lines": [
                     *           "Teapot Lane 7"
                     *         ],
                     *         "postalCode": "10115",
                     *         "city": "Berlin",
                     *         "country": "DE"
                     *       },
                     *       "tracking": null,
                     *       "createdAt": "2026-03-12T19:03:58.000Z",
                     *       "updatedAt": "2026-03-12T19:03:58.000Z",
                     *       "lineItems": [
                     *         {
                     *           "productId": 7,
                     *           "quantity": 2,
                     *           "unitPriceInCents": 1999,
                     *           "product": {
                     *             "id": 7,
                     *             "name": "Teapot",
                     *             "priceInCents": 1999
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnknownCustomerProblem"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict: `invalid-transition` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidTransitionProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    advanceOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        /** @description The next status. A shipped order may have tracking data. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The order's next status: `processing`, `shipped` or `delivered`.
                     * @enum {string}
                     */
                    status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                    /**
                     * @description The parcel's tracking data. Accepted only with the status `shipped`. Null for none.
                     * @default null
                     */
                    tracking?: {
                        /** @description The carrier's name. */
                        carrier: string;
                        /** @description The carrier's tracking number. */
                        number: string;
                        /**
                         * @description The address of the carrier's tracking page. Null if there is none.
                         * @default null
                         */
                        url?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description The advanced order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Bad Request: `malformed-json` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedJsonProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict: `invalid-transition`, `unpaid` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidTransitionProblem"] | components["schemas"]["UnpaidProblem"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listOrdersForFulfilment: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of orders on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status.
                 * @example processing
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /**
                 * @description Returns only orders of this customer.
                 * @example 3
                 */
                customerId?: number;
                /**
                 * @description `true` returns only paid orders: their `paidInCents` is at least `totalInCents`. `false` returns only unpaid orders.
                 * @example true
                 */
                paid?: "true" | "false";
                /**
                 * @description Returns only orders placed at this time or later.
                 * @example 2026-03-01T00:00:00Z
                 */
                placedFrom?: string;
                /**
                 * @description Returns only orders placed before this time.
                 * @example 2026-04-01T00:00:00Z
                 */
                placedBefore?: string;
                /**
                 * @description Whether the `oldest` or the `newest` orders come first.
                 * @example oldest
                 */
                sort?: "oldest" | "newest";
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 17,
                     *           "status": "processing",
                     *           "totalInCents": 3998,
                     *           "paidInCents": 3998,
                     *           "discountCode": null,
                     *           "deliveryAddress": {
                     *             "name": "Ada Example",
                     *             "lines": [
                     *               "Teapot Lane 7"
                     *             ],
                     *             "postalCode": "10115",
                     *             "city": "Berlin",
                     *             "country": "DE"
                     *           },
                     *           "tracking": null,
                     *           "createdAt": "2026-03-12T19:03:58.000Z",
                     *           "updatedAt": "2026-03-13T08:30:00.000Z",
                     *           "lineItems": [
                     *             {
                     *               "productId": 7,
                     *               "quantity": 2,
                     *               "unitPriceInCents": 1999,
                     *               "product": {
                     *                 "id": 7,
                     *                 "name": "Teapot",
                     *                 "priceInCents": 1999
                     *               }
                     *             }
                     *           ],
                     *           "customer": {
                     *             "id": 3,
                     *             "fullName": "Ada Example",
                     *             "email": "ada@example.com"
                     *           },
                     *           "payments": [
                     *             {
                     *               "kind": "payment",
                     *               "amountInCents": 3998,
                     *               "reference": "ch_3Mm",
                     *               "time": "2026-03-12T19:04:11.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["FulfilmentOrderPage"];
                    /**
                     * @example orderId,status,placedAt,paid,customer,productId,sku,product,quantity,unitPriceInCents,deliveryName,deliveryLines,postalCode,city,country
                     *     17,processing,2026-03-12T19:03:58.000Z,true,Ada Example,7,TEAPOT-1,Teapot,2,1999,Ada Example,Teapot Lane 7,10115,Berlin,DE
                     */
                    "text/csv": string;
                };
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidCursorProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listOrdersForFulfilmentHead: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of orders on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status.
                 * @example processing
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /**
                 * @description Returns only orders of this customer.
                 * @example 3
                 */
                customerId?: number;
                /**
                 * @description `true` returns only paid orders: their `paidInCents` is at least `totalInCents`. `false` returns only unpaid orders.
                 * @example true
                 */
                paid?: "true" | "false";
                /**
                 * @description Returns only orders placed at this time or later.
                 * @example 2026-03-01T00:00:00Z
                 */
                placedFrom?: string;
                /**
                 * @description Returns only orders placed before this time.
                 * @example 2026-04-01T00:00:00Z
                 */
                placedBefore?: string;
                /**
                 * @description Whether the `oldest` or the `newest` orders come first.
                 * @example oldest
                 */
                sort?: "oldest" | "newest";
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOrderForFulfilment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 17,
                     *       "status": "processing",
                     *       "totalInCents": 3998,
                     *       "paidInCents": 3998,
                     *       "discountCode": null,
                     *       "deliveryAddress": {
                     *         "name": "Ada Example",
                     *         "lines": [
                     *           "Teapot Lane 7"
                     *         ],
                     *         "postalCode": "10115",
                     *         "city": "Berlin",
                     *         "country": "DE"
                     *       },
                     *       "tracking": null,
                     *       "createdAt": "2026-03-12T19:03:58.000Z",
                     *       "updatedAt": "2026-03-13T08:30:00.000Z",
                     *       "lineItems": [
                     *         {
                     *           "productId": 7,
                     *           "quantity": 2,
                     *           "unitPriceInCents": 1999,
                     *           "product": {
                     *             "id": 7,
                     *             "name": "Teapot",
                     *             "priceInCents": 1999
                     *           }
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": 3,
                     *         "fullName": "Ada Example",
                     *         "email": "ada@example.com"
                     *       },
                     *       "payments": [
                     *         {
                     *           "kind": "payment",
                     *           "amountInCents": 3998,
                     *           "reference": "ch_3Mm",
                     *           "time": "2026-03-12T19:04:11.000Z"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "sequence": 1,
                     *           "type": "order.placed",
                     *           "time": "2026-03-12T19:03:58.000Z",
                     *           "actor": "customer"
                     *         },
                     *         {
                     *           "sequence": 2,
                     *           "type": "order.paid",
                     *           "time": "2026-03-12T19:04:11.000Z",
                     *           "actor": "payments:shop-payments"
                     *         },
                     *         {
                     *           "sequence": 3,
                     *           "type": "order.advanced",
                     *           "time": "2026-03-13T08:30:00.000Z",
                     *           "actor": "staff:auth0|warehouse-3",
                     *           "from": "pending",
                     *           "to": "processing"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FulfilmentOrder"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getOrderForFulfilmentHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelOrderForFulfilment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        /** @description The reason for the cancellation. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Damaged in the warehouse"
                 *     }
                 */
                "application/json": {
                    /** @description Why staff cancel the order. It becomes the `note` in the order's history and in the event `order.cancelled`. It is not erased with the customer, so write no personal data into it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The cancelled order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 17,
                     *       "status": "cancelled",
                     *       "totalInCents": 3998,
                     *       "paidInCents": 3998,
                     *       "discountCode": null,
                     *       "deliveryAddress": {
                     *         "name": "Ada Example",
                     *         "lines": [
                     *           "Teapot Lane 7"
                     *         ],
                     *         "postalCode": "10115",
                     *         "city": "Berlin",
                     *         "country": "DE"
                     *       },
                     *       "tracking": null,
                     *       "createdAt": "2026-03-12T19:03:58.000Z",
                     *       "updatedAt": "2026-03-13T09:00:00.000Z",
                     *       "lineItems": [
                     *         {
                     *           "productId": 7,
                     *           "quantity": 2,
                     *           "unitPriceInCents": 1999,
                     *           "product": {
                     *             "id": 7,
                     *             "name": "Teapot",
                     *             "priceInCents": 1999
                     *           }
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": 3,
                     *         "fullName": "Ada Example",
                     *         "email": "ada@example.com"
                     *       },
                     *       "payments": [
                     *         {
                     *           "kind": "payment",
                     *           "amountInCents": 3998,
                     *           "reference": "ch_3Mm",
                     *           "time": "2026-03-12T19:04:11.000Z"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "sequence": 1,
                     *           "type": "order.placed",
                     *           "time": "2026-03-12T19:03:58.000Z",
                     *           "actor": "customer"
                     *         },
                     *         {
                     *           "sequence": 2,
                     *           "type": "order.paid",
                     *           "time": "2026-03-12T19:04:11.000Z",
                     *           "actor": "payments:shop-payments"
                     *         },
                     *         {
                     *           "sequence": 3,
                     *           "type": "order.advanced",
                     *           "time": "2026-03-13T08:30:00.000Z",
                     *           "actor": "staff:auth0|warehouse-3",
                     *           "from": "pending",
                     *           "to": "processing"
                     *         },
                     *         {
                     *           "sequence": 4,
                     *           "type": "order.cancelled",
                     *           "time": "2026-03-13T09:00:00.000Z",
                     *           "actor": "staff:auth0|warehouse-3",
                     *           "note": "Damaged in the warehouse",
                     *           "from": "processing",
                     *           "to": "cancelled"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FulfilmentOrder"];
                };
            };
            /** @description Bad Request: `malformed-json` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedJsonProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict: `invalid-transition` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidTransitionProblem"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    recordPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order's ID.
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        /** @description The payment or refund, as the payment provider has reported it. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `payment`: money from the customer. `refund`: money back to the customer.
                     * @enum {string}
                     */
                    kind: "payment" | "refund";
                    /** @description The amount of this payment or refund, in whole cents. It is always above 0, for a refund too. */
                    amountInCents: number;
                    /** @description The payment provider's ID of this payment or refund. Each reference is recorded only once. */
                    reference: string;
                };
            };
        };
        responses: {
            /** @description The recorded payment or refund. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Bad Request: `malformed-json` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedJsonProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict: `refund-exceeds-payments` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RefundExceedsPaymentsProblem"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request`, `reference-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"] | components["schemas"]["ReferenceReusedProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    salesReport: {
        parameters: {
            query: {
                /**
                 * @description The month in which the orders were placed, as `YYYY-MM` in UTC.
                 * @example 2026-03
                 */
                month: string;
                /**
                 * @description Includes only orders with this discount code.
                 * @example SPRING
                 */
                discountCode?: string;
                /**
                 * @description The maximum number of products on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. The totals of a month without sales are 0. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-03",
                     *       "totals": {
                     *         "totalInCents": 10393,
                     *         "orders": 4,
                     *         "units": 7
                     *       },
                     *       "items": [
                     *         {
                     *           "rank": 1,
                     *           "productId": 7,
                     *           "name": "Teapot",
                     *           "category": "Kitchen",
                     *           "totalInCents": 7996,
                     *           "orders": 3,
                     *           "units": 4
                     *         },
                     *         {
                     *           "rank": 2,
                     *           "productId": 12,
                     *           "name": "Tea towel",
                     *           "category": "Kitchen",
                     *           "totalInCents": 2397,
                     *           "orders": 2,
                     *           "units": 3
                     *         }
                     *       ],
                     *       "discountCodes": [
                     *         {
                     *           "discountCode": "SPRING",
                     *           "totalInCents": 3998,
                     *           "orders": 1,
                     *           "units": 2
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SalesReport"];
                    /**
                     * @example rank,productId,name,category,totalInCents,orders,units
                     *     1,7,Teapot,Kitchen,7996,3,4
                     *     2,12,Tea towel,Kitchen,2397,2,3
                     */
                    "text/csv": string;
                };
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidCursorProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    salesReportHead: {
        parameters: {
            query: {
                /**
                 * @description The month in which the orders were placed, as `YYYY-MM` in UTC.
                 * @example 2026-03
                 */
                month: string;
                /**
                 * @description Includes only orders with this discount code.
                 * @example SPRING
                 */
                discountCode?: string;
                /**
                 * @description The maximum number of products on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. The totals of a month without sales are 0. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listCatalogueProducts: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of products on the page. JSON: up to 200, default 50. CSV: up to 10,000, default 10,000.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only products of this category.
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description `true` returns only active products, `false` only inactive ones.
                 * @example true
                 */
                isActive?: "true" | "false";
                /**
                 * @description Returns only products whose name, description or SKU contains this text, in upper or lower case.
                 * @example tea
                 */
                search?: string;
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products, sorted by ID. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 7,
                     *           "sku": "TEAPOT-1",
                     *           "name": "Teapot",
                     *           "description": "Holds four cups.",
                     *           "priceInCents": 1999,
                     *           "stockQuantity": 12,
                     *           "category": {
                     *             "id": 2,
                     *             "name": "Kitchen"
                     *           },
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "updatedAt": "2026-03-12T19:03:58.000Z",
                     *           "isActive": true,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": "WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0"
                     *     }
                     */
                    "application/json": components["schemas"]["CatalogueProductPage"];
                    /**
                     * @example sku,name,description,category,priceInCents,isActive
                     *     TEAPOT-1,Teapot,Holds four cups.,Kitchen,1999,true
                     */
                    "text/csv": string;
                };
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidCursorProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    importProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description CSV in UTF-8, up to 20,000 rows and 4 MB. `,` or `;` separates the columns. The first line contains their names: `sku`, `name`, `priceInCents`, and optionally `description`, `category`, `isActive`. If an optional column is missing, existing products keep its value. */
        requestBody: {
            content: {
                /**
                 * @example sku,name,description,category,priceInCents,isActive
                 *     TEAPOT-1,Teapot,Holds four cups.,Kitchen,1999,true
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description The number of created, updated and unchanged products. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 0,
                     *       "unchanged": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description Bad Request: `malformed-csv` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedCsvProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listCatalogueProductsHead: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of products on the page. JSON: up to 200, default 50. CSV: up to 10,000, default 10,000.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only products of this category.
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description `true` returns only active products, `false` only inactive ones.
                 * @example true
                 */
                isActive?: "true" | "false";
                /**
                 * @description Returns only products whose name, description or SKU contains this text, in upper or lower case.
                 * @example tea
                 */
                search?: string;
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products, sorted by ID. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCatalogueProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's own code for the product. It never changes.
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "sku": "TEAPOT-1",
                     *       "name": "Teapot",
                     *       "description": "Holds four cups.",
                     *       "priceInCents": 1999,
                     *       "stockQuantity": 12,
                     *       "category": {
                     *         "id": 2,
                     *         "name": "Kitchen"
                     *       },
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "updatedAt": "2026-03-12T19:03:58.000Z",
                     *       "isActive": true,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["CatalogueProduct"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    putProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the version to replace, or `*` for any version.
                 * @example "3"
                 */
                "If-Match"?: string;
                /**
                 * @description `*` creates the product only if it does not exist.
                 * @example *
                 */
                "If-None-Match"?: "*";
            };
            path: {
                /**
                 * @description The shop's own code for the product. It never changes.
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        /** @description The whole product. A missing field gets its default. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The product's name, as customers see it. */
                    name: string;
                    /**
                     * @description The product's description, as customers see it. May be empty.
                     * @default
                     */
                    description?: string;
                    /**
                     * @description The name of the product's category. If no such category exists, the request creates it. Null for none.
                     * @default null
                     */
                    category?: string | null;
                    /** @description The price of one unit, in whole cents. Orders that are already placed keep their price. */
                    priceInCents: number;
                    /**
                     * @description Whether customers can see and order the product.
                     * @default true
                     */
                    isActive?: boolean;
                };
            };
        };
        responses: {
            /** @description The replaced product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueProduct"];
                };
            };
            /** @description The created product. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 7,
                     *       "sku": "TEAPOT-1",
                     *       "name": "Teapot",
                     *       "description": "Holds four cups.",
                     *       "priceInCents": 1999,
                     *       "stockQuantity": 0,
                     *       "category": {
                     *         "id": 2,
                     *         "name": "Kitchen"
                     *       },
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "updatedAt": "2026-03-01T09:00:00.000Z",
                     *       "isActive": true,
                     *       "version": 0
                     *     }
                     */
                    "application/json": components["schemas"]["CatalogueProduct"];
                };
            };
            /** @description Bad Request: `malformed-json` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedJsonProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Precondition Failed: `precondition-failed` */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PreconditionFailedProblem"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Precondition Required: `precondition-required` */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PreconditionRequiredProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getCatalogueProductHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The shop's own code for the product. It never changes.
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listStockMovements: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of movements on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The shop's own code for the product. It never changes.
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product's stock and a page of its movements, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stockQuantity": 30,
                     *       "reservedQuantity": 2,
                     *       "items": [
                     *         {
                     *           "id": 42,
                     *           "reason": "count",
                     *           "change": -6,
                     *           "note": null,
                     *           "balance": 30,
                     *           "productId": 7,
                     *           "actor": "auth0|warehouse-3",
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         },
                     *         {
                     *           "id": 41,
                     *           "reason": "receipt",
                     *           "change": 24,
                     *           "note": "Delivery 1182",
                     *           "balance": 36,
                     *           "productId": 7,
                     *           "actor": "auth0|warehouse-3",
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0"
                     *     }
                     */
                    "application/json": components["schemas"]["StockMovementPage"];
                };
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidCursorProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    recordStockMovement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique value for each new request, such as a UUID. Send the same value when you retry. A key with a comma must be in double quotes, which are part of the key.
                 * @example 7f9c24e8-3b12-4fef-91e0-5a3c1d2b9f44
                 */
                "Idempotency-Key": string;
            };
            path: {
                /**
                 * @description The shop's own code for the product. It never changes.
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        /** @description A change of the stock by some units, or the result of a stock count. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why the stock changed. `receipt`: a delivery. `return`: units that a customer sent back. `damage`: units that can no longer be sold. `correction`: an earlier movement was wrong. `count`: a stock count.
                     * @enum {string}
                     */
                    reason: "receipt" | "return";
                    /** @description The units to add to the stock, or to take from it if negative. Above 0 for a `receipt` or a `return`, below 0 for `damage`, and either for a `correction`. */
                    change: number;
                    /**
                     * @description A note about the movement, such as a delivery number. Null for none.
                     * @default null
                     */
                    note?: string | null;
                } | {
                    /**
                     * @description Why the stock changed. `receipt`: a delivery. `return`: units that a customer sent back. `damage`: units that can no longer be sold. `correction`: an earlier movement was wrong. `count`: a stock count.
                     * @constant
                     */
                    reason: "damage";
                    /** @description The units to add to the stock, or to take from it if negative. Above 0 for a `receipt` or a `return`, below 0 for `damage`, and either for a `correction`. */
                    change: number;
                    /**
                     * @description A note about the movement, such as a delivery number. Null for none.
                     * @default null
                     */
                    note?: string | null;
                } | {
                    /**
                     * @description Why the stock changed. `receipt`: a delivery. `return`: units that a customer sent back. `damage`: units that can no longer be sold. `correction`: an earlier movement was wrong. `count`: a stock count.
                     * @constant
                     */
                    reason: "correction";
                    /** @description The units to add to the stock, or to take from it if negative. Above 0 for a `receipt` or a `return`, below 0 for `damage`, and either for a `correction`. */
                    change: number;
                    /**
                     * @description A note about the movement, such as a delivery number. Null for none.
                     * @default null
                     */
                    note?: string | null;
                } | {
                    /**
                     * @description Why the stock changed. `receipt`: a delivery. `return`: units that a customer sent back. `damage`: units that can no longer be sold. `correction`: an earlier movement was wrong. `count`: a stock count.
                     * @constant
                     */
                    reason: "count";
                    /** @description The counted units minus the `reservedQuantity` that the list of stock movements returns. The request sets the stock to this number. */
                    countedQuantity: number;
                    /**
                     * @description A note about the movement, such as a delivery number. Null for none.
                     * @default null
                     */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description The booked movement. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovement"];
                };
            };
            /** @description Bad Request: `malformed-json`, `idempotency-key-missing` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedJsonProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"];
                    /**
                     * @example {
                     *       "message": "Forbidden"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description Conflict: `insufficient-stock` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InsufficientStockProblem"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request`, `idempotency-key-reused` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause, with the same `Idempotency-Key`. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listStockMovementsHead: {
        parameters: {
            query?: {
                /**
                 * @description The maximum number of movements on the page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.
                 * @example WyJka0ZhYV91b2tlQWQiLHsiYnkiOiJpZCIsImlkIjo3fV0
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The shop's own code for the product. It never changes.
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product's stock and a page of its movements, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid-cursor` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found: `not-found` */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "fullName": "Ada Example",
                     *       "email": "ada@example.com",
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "updatedAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnknownCustomerProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    putCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The whole record. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The customer's full name. */
                    fullName: string;
                    /**
                     * Format: email
                     * @description The customer's email address. If the token has the claim `email`, this field must equal the claim.
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description The changed customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "fullName": "Ada Changed",
                     *       "email": "ada@example.com",
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "updatedAt": "2026-04-02T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The new customer. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "fullName": "Ada Example",
                     *       "email": "ada@example.com",
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "updatedAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Bad Request: `malformed-json` */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MalformedJsonProblem"];
                };
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnknownCustomerProblem"];
                };
            };
            /** @description Conflict: `email-taken` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EmailTakenProblem"];
                };
            };
            /** @description Content Too Large: `payload-too-large` */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PayloadTooLargeProblem"];
                    /**
                     * @example {
                     *       "message": "Request Entity Too Large"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Unsupported Media Type: `unsupported-media-type` */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Accept-Encoding": components["headers"]["Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer is erased. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnauthorizedProblem"];
                    /**
                     * @example {
                     *       "message": "Unauthorized"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnknownCustomerProblem"];
                };
            };
            /** @description Conflict: `open-orders` */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OpenOrdersProblem"];
                };
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InternalProblem"];
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"];
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getCustomerHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized: `unauthorized` */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden: `unknown-customer` */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.1",
                     *       "info": {
                     *         "title": "Orders API",
                     *         "version": "1.0.0"
                     *       },
                     *       "paths": {
                     *         "/products": {}
                     *       }
                     *     }
                     */
                    "application/json": Record<string, never>;
                };
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    openapiHead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    docs: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An HTML page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Orders API</title> */
                    "text/html": string;
                };
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequestProblem"];
                };
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Too Many Requests"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Internal Server Error"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Service Unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    docsHead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An HTML page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body still has the `ETag` that `If-None-Match` contains. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Vary: components["headers"]["Vary"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Content: `invalid-request` */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too Many Requests: the gateway throttled the request. Retry after a pause. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug in the API. Quote the request ID when you contact support. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: retry after a pause. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
