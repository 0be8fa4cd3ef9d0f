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
         * @description Returns a page of active products with their categories. To get the next page, send `nextCursor` as `cursor`.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List products (headers only)
         * @description Returns a page of active products with their categories. To get the next page, send `nextCursor` as `cursor`.
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
         * @description Returns one active product. If the product is unknown or inactive, the response is 404.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve a product (headers only)
         * @description Returns one active product. If the product is unknown or inactive, the response is 404.
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
         * @description Returns every category by name, with its number of active products.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List categories (headers only)
         * @description Returns every category by name, with its number of active products.
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
         * @description Returns a page of the customer's orders, newest first. To get the next page, send `nextCursor` as `cursor`.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description Places an order exactly once for each `Idempotency-Key` and returns it. The order takes the stock of all its lines, or of none. After a lost response or a 503, send the same request with the same key: the response is the same order in its current state, with `Idempotency-Replayed: true`.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        /**
         * List orders (headers only)
         * @description Returns a page of the customer's orders, newest first. To get the next page, send `nextCursor` as `cursor`.
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
         * @description Returns one of the customer's orders. For another customer's order, the response is 404.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve an order (headers only)
         * @description Returns one of the customer's orders. For another customer's order, the response is 404.
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
         * @description Cancels a pending or processing order, returns its stock, and returns the order. Cancelling it again changes nothing.
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
         * @description Advances an order to its next status and returns the order. The statuses are `pending`, `processing`, `shipped` and `delivered`; none can be skipped. If the deployment cancels unpaid orders, an order must be paid before it becomes `processing`.
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
         * @description Returns a page of all customers' orders, sorted by the time when they were placed. With `customerId`, the orders are sorted by ID. With `Accept: text/csv`, the response is a pick list with a row for each line item.
         */
        get: operations["listOrdersForFulfilment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List the orders of all customers (headers only)
         * @description Returns a page of all customers' orders, sorted by the time when they were placed. With `customerId`, the orders are sorted by ID. With `Accept: text/csv`, the response is a pick list with a row for each line item.
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
         * @description Returns an order with its customer, payments and history. The history of an old order may be incomplete, because events are deleted after their retention time.
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
         * @description Cancels a pending or processing order, returns its stock, and returns the order. Cancelling it again changes nothing. The paid amount stays in `paidInCents` until a refund is recorded.
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
         * @description Records a payment or refund of an order, exactly once for each `reference`. The order may have any status. If you repeat a request, the response is the recorded payment with `Idempotency-Replayed: true`.
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
         * @description Returns a page of a month's sales, without cancelled orders: totals, products and up to 1,000 discount codes. CSV contains only the products. If the report takes longer than 20 s, the response is 503 `overloaded`: filter by discount code, or retry later.
         */
        get: operations["salesReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve a sales report (headers only)
         * @description Returns a page of a month's sales, without cancelled orders: totals, products and up to 1,000 discount codes. CSV contains only the products. If the report takes longer than 20 s, the response is 503 `overloaded`: filter by discount code, or retry later.
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
         * @description Creates and updates products by SKU, all rows or none. The first line contains the column names: `sku`, `name`, `priceInCents`, and optionally `description`, `category`, `isActive`. Separate columns with `,` or `;`. If an optional column is missing, existing products keep its value. In `errors`, the path is `/body/<line>/<column>`.
         */
        put: operations["importProducts"];
        post?: never;
        delete?: never;
        options?: never;
        /**
         * List all products, including inactive ones (headers only)
         * @description Returns a page of products, including inactive ones, sorted by ID. With `Accept: text/csv`, the response is a CSV file that you can edit in a spreadsheet and import again.
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
         * @description Returns one product with its version. To replace the product, send its `ETag` as `If-Match`.
         */
        get: operations["getCatalogueProduct"];
        /**
         * Create or replace a product
         * @description Creates a product, or replaces an existing one. To replace a product, retrieve it first and send its `ETag` as `If-Match`. If the product has changed meanwhile, the response is 412. `If-Match: *` replaces any version. `If-None-Match: *` creates the product only if it does not exist. Without either header, the response for an existing product is 428. Orders change the stock, but not the version.
         */
        put: operations["putProduct"];
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Retrieve a product, even if it is inactive (headers only)
         * @description Returns one product with its version. To replace the product, send its `ETag` as `If-Match`.
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
         * @description Returns a product's stock and a page of its movements, newest first. Orders are not movements. The stock before the first movement appears as a movement with the reason `opening`.
         */
        get: operations["listStockMovements"];
        put?: never;
        /**
         * Book a change or a count of the stock
         * @description Books the movement exactly once for each `Idempotency-Key`. A `receipt` or a `return` adds units, `damage` takes units, and a `correction` does either. A `count` replaces the stock at the moment of the request. The stock cannot fall below 0. The stock and the units of cancellable orders together cannot exceed 2,147,483,647.
         */
        post: operations["recordStockMovement"];
        delete?: never;
        options?: never;
        /**
         * List a product's stock movements (headers only)
         * @description Returns a product's stock and a page of its movements, newest first. Orders are not movements. The stock before the first movement appears as a movement with the reason `opening`.
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
         * Register or update the customer
         * @description Registers the token's customer, or replaces the customer's name and email. If the token has the claim `email`, the body's email must equal it. If another customer has the email, in upper or lower case, the response is 409 `email-taken`.
         */
        put: operations["putCustomer"];
        post?: never;
        /**
         * Erase the customer's personal data
         * @description Erases the customer's name, email and subject, and the addresses, tracking and idempotency keys of the customer's orders. The orders and their totals stay, without a customer. While an order is pending, processing or shipped, the response is 409 `open-orders`. The same token may register again later.
         */
        delete: operations["eraseCustomer"];
        options?: never;
        /**
         * Retrieve the customer's own record (headers only)
         * @description Returns the record of the token's customer. If the token has no customer, the response is 403 `unknown-customer`.
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
         * @description Returns this description as an OpenAPI 3.1 document.
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
         * @description Returns a page that documents the API, with forms to call it.
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
            id: number;
            /** @description The shop's own code for the product */
            sku: string;
            name: string;
            description: string;
            /** @description Whole cents */
            priceInCents: number;
            stockQuantity: number;
            category: {
                id: number;
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            updatedAt: string;
            /** @description Whether the product is active */
            isActive: boolean;
            /** @description The `ETag` without its quotes. Increases with every change except changes of stock */
            version: number;
        };
        CatalogueProductPage: {
            items: components["schemas"]["CatalogueProduct"][];
            /** @description The cursor of the next page: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
        };
        CategoryList: {
            items: {
                id: number;
                name: string;
                /** @description Number of active products */
                productCount: number;
            }[];
        };
        Customer: {
            id: number;
            fullName: string;
            email: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            updatedAt: string;
        };
        DatabaseUnavailableProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Service Unavailable";
            /** @constant */
            status: 503;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "database-unavailable";
        };
        EmailTakenProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /** @constant */
            code: "email-taken";
        };
        ForbiddenProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Forbidden";
            /** @constant */
            status: 403;
            detail: string;
            /** @constant */
            code: "forbidden";
        };
        FulfilmentOrder: {
            id: number;
            /** @enum {string} */
            status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            /** @description The sum of the lines, in whole cents */
            totalInCents: number;
            /** @description Payments minus refunds, in whole cents */
            paidInCents: number;
            /** @description A label for reports; it does not change the total */
            discountCode: string | null;
            /** @description The tracking data of the parcel, for a shipped order */
            tracking: {
                carrier: string;
                number: string;
                url: string | null;
            } | null;
            /** @description Null for an order without a delivery address */
            deliveryAddress: {
                name: string;
                lines: string[];
                postalCode?: string;
                city: string;
                /** @description ISO 3166-1, alpha-2 */
                country: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            updatedAt: string;
            /** @description Sorted by `productId` */
            lineItems: {
                productId: number;
                quantity: number;
                /** @description The price when the order was placed, in whole cents */
                unitPriceInCents: number;
                /** @description The current product */
                product: {
                    id: number;
                    name: string;
                    /** @description Whole cents */
                    priceInCents: number;
                };
            }[];
            /** @description Null if the customer was erased */
            customer: {
                id: number;
                fullName: string;
                email: string;
            } | null;
            /** @description In the sequence in which they were recorded */
            payments: {
                /** @enum {string} */
                kind: "payment" | "refund";
                /** @description Whole cents */
                amountInCents: number;
                reference: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, in UTC
                 */
                time: string;
            }[];
            history: {
                /** @description From 1 without gaps */
                sequence: number;
                type: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, in UTC
                 */
                time: string;
                /** @description `customer`, `system`, `staff:<subject>` or `payments:<subject>`. Without a subject that can be stored: `staff` or `payments` */
                actor: string;
                /** @description Why staff cancelled the order */
                note?: string;
                from?: string;
                to?: string;
            }[];
        };
        FulfilmentOrderPage: {
            items: {
                id: number;
                /** @enum {string} */
                status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /** @description The sum of the lines, in whole cents */
                totalInCents: number;
                /** @description Payments minus refunds, in whole cents */
                paidInCents: number;
                /** @description A label for reports; it does not change the total */
                discountCode: string | null;
                /** @description The tracking data of the parcel, for a shipped order */
                tracking: {
                    carrier: string;
                    number: string;
                    url: string | null;
                } | null;
                /** @description Null for an order without a delivery address */
                deliveryAddress: {
                    name: string;
                    lines: string[];
                    postalCode?: string;
                    city: string;
                    /** @description ISO 3166-1, alpha-2 */
                    country: string;
                } | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, in UTC
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, in UTC
                 */
                updatedAt: string;
                /** @description Sorted by `productId` */
                lineItems: {
                    productId: number;
                    quantity: number;
                    /** @description The price when the order was placed, in whole cents */
                    unitPriceInCents: number;
                    /** @description The current product */
                    product: {
                        id: number;
                        name: string;
                        /** @description Whole cents */
                        priceInCents: number;
                    };
                }[];
                /** @description Null if the customer was erased */
                customer: {
                    id: number;
                    fullName: string;
                    email: string;
                } | null;
                /** @description In the sequence in which they were recorded */
                payments: {
                    /** @enum {string} */
                    kind: "payment" | "refund";
                    /** @description Whole cents */
                    amountInCents: number;
                    reference: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, in UTC
                     */
                    time: string;
                }[];
            }[];
            /** @description The cursor of the next page: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
        };
        /** @description A response of the gateway itself */
        GatewayMessage: {
            message: string;
        };
        IdempotencyKeyMissingProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Bad Request";
            /** @constant */
            status: 400;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "idempotency-key-missing";
        };
        IdempotencyKeyReusedProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Unprocessable Content";
            /** @constant */
            status: 422;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "idempotency-key-reused";
        };
        ImportResult: {
            created: number;
            updated: number;
            unchanged: number;
        };
        InsufficientStockProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "insufficient-stock";
            /** @description Every line without enough stock */
            shortages: {
                productId: number;
                requested: number;
                available: number;
            }[];
        };
        InternalProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Internal Server Error";
            /** @constant */
            status: 500;
            detail: string;
            /** @constant */
            code: "internal";
        };
        InvalidCursorProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Bad Request";
            /** @constant */
            status: 400;
            detail: string;
            /** @constant */
            code: "invalid-cursor";
        };
        InvalidRequestProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Unprocessable Content";
            /** @constant */
            status: 422;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "invalid-request";
            /** @description Every fault of the request */
            errors: {
                /** @description JSON Pointer to the fault in the request, such as `/body/items/0/quantity` */
                path: string;
                message: string;
            }[];
        };
        InvalidTransitionProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "invalid-transition";
        };
        MalformedCsvProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Bad Request";
            /** @constant */
            status: 400;
            detail: string;
            /** @constant */
            code: "malformed-csv";
        };
        MalformedJsonProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Bad Request";
            /** @constant */
            status: 400;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "malformed-json";
        };
        NotFoundProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Not Found";
            /** @constant */
            status: 404;
            detail: string;
            /** @constant */
            code: "not-found";
        };
        OpenOrdersProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /** @constant */
            code: "open-orders";
        };
        Order: {
            id: number;
            /** @enum {string} */
            status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            /** @description The sum of the lines, in whole cents */
            totalInCents: number;
            /** @description Payments minus refunds, in whole cents */
            paidInCents: number;
            /** @description A label for reports; it does not change the total */
            discountCode: string | null;
            /** @description The tracking data of the parcel, for a shipped order */
            tracking: {
                carrier: string;
                number: string;
                url: string | null;
            } | null;
            /** @description Null for an order without a delivery address */
            deliveryAddress: {
                name: string;
                lines: string[];
                postalCode?: string;
                city: string;
                /** @description ISO 3166-1, alpha-2 */
                country: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            updatedAt: string;
            /** @description Sorted by `productId` */
            lineItems: {
                productId: number;
                quantity: number;
                /** @description The price when the order was placed, in whole cents */
                unitPriceInCents: number;
                /** @description The current product */
                product: {
                    id: number;
                    name: string;
                    /** @description Whole cents */
                    priceInCents: number;
                };
            }[];
        };
        OrderPage: {
            items: components["schemas"]["Order"][];
            /** @description The cursor of the next page: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
        };
        OverloadedProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Service Unavailable";
            /** @constant */
            status: 503;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "overloaded";
        };
        PayloadTooLargeProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Content Too Large";
            /** @constant */
            status: 413;
            detail: string;
            /** @constant */
            code: "payload-too-large";
        };
        Payment: {
            id: number;
            orderId: number;
            /** @enum {string} */
            kind: "payment" | "refund";
            /** @description Whole cents */
            amountInCents: number;
            /** @description The payment provider's ID */
            reference: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            time: string;
        };
        PreconditionFailedProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Precondition Failed";
            /** @constant */
            status: 412;
            detail: string;
            /** @constant */
            code: "precondition-failed";
        };
        PreconditionRequiredProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Precondition Required";
            /** @constant */
            status: 428;
            detail: string;
            /** @constant */
            code: "precondition-required";
        };
        PriceChangedProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "price-changed";
            /** @description The total at the current prices */
            totalInCents: number;
            /** @description Every line at its current price */
            lineItems: {
                productId: number;
                quantity: number;
                /** @description Whole cents */
                unitPriceInCents: number;
            }[];
        };
        Product: {
            id: number;
            /** @description The shop's own code for the product */
            sku: string;
            name: string;
            description: string;
            /** @description Whole cents */
            priceInCents: number;
            stockQuantity: number;
            category: {
                id: number;
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            updatedAt: string;
        };
        ProductPage: {
            items: components["schemas"]["Product"][];
            /** @description The cursor of the next page: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
        };
        ReferenceReusedProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Unprocessable Content";
            /** @constant */
            status: 422;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "reference-reused";
        };
        RefundExceedsPaymentsProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /** @constant */
            code: "refund-exceeds-payments";
            /** @description Payments minus refunds so far, in whole cents */
            paidInCents: number;
        };
        SalesReport: {
            month: string;
            /** @description Totals of all products, independent of `limit` */
            totals: {
                /** @description Whole cents */
                totalInCents: number;
                orders: number;
                units: number;
            };
            /** @description Sorted by total, highest first; equal totals share a rank */
            items: {
                rank: number;
                productId: number;
                name: string;
                category: string | null;
                /** @description Whole cents */
                totalInCents: number;
                orders: number;
                units: number;
            }[];
            /** @description Sales of orders with a discount code, by code */
            discountCodes: {
                discountCode: string;
                /** @description Whole cents */
                totalInCents: number;
                orders: number;
                units: number;
            }[];
            /** @description The cursor of the next page: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
        };
        StockMovement: {
            id: number;
            productId: number;
            /** @enum {string} */
            reason: "opening" | "receipt" | "correction" | "damage" | "return" | "count";
            /** @description The units that the movement adds to the stock; negative if it takes units */
            change: number;
            note: string | null;
            /** @description The stock after the movement */
            balance: number;
            /** @description The subject of the token that booked the movement. Null for `opening`, the stock before the first movement, and after the person was erased */
            actor: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, in UTC
             */
            createdAt: string;
        };
        StockMovementPage: {
            /** @description Units that can be sold */
            stockQuantity: number;
            /** @description Units of orders that are pending or processing. The units in the building are `stockQuantity` plus `reservedQuantity` */
            reservedQuantity: number;
            items: components["schemas"]["StockMovement"][];
            /** @description The cursor of the next page: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
        };
        TooManyPendingOrdersProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "too-many-pending-orders";
            /** @description How many pending orders a customer may have */
            limit: number;
        };
        UnauthorizedProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Unauthorized";
            /** @constant */
            status: 401;
            detail: string;
            /** @constant */
            code: "unauthorized";
        };
        UnknownCustomerProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Forbidden";
            /** @constant */
            status: 403;
            detail: string;
            /** @constant */
            code: "unknown-customer";
        };
        UnknownProductProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Unprocessable Content";
            /** @constant */
            status: 422;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "unknown-product";
            /** @description Unknown or inactive products */
            productIds: number[];
        };
        UnpaidProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "unpaid";
            /** @description Whole cents */
            totalInCents: number;
            /** @description Payments minus refunds */
            paidInCents: number;
        };
        UnsupportedMediaTypeProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Unsupported Media Type";
            /** @constant */
            status: 415;
            detail: string;
            /** @constant */
            code: "unsupported-media-type";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The request's ID, which the logs contain */
        "X-Request-Id": string;
        /** @description How long a cache may keep the response; `no-store` for errors and customers' data */
        "Cache-Control": string;
        /** @description The request headers that the response depends on */
        Vary: string;
        /** @description The version of the body. Send it as `If-None-Match` to get 304 while the body is unchanged. For a catalogue product, send it as `If-Match` to replace that version */
        ETag: string;
        /** @description `br` or `gzip` for bodies over 1 KB, if the request accepts it */
        "Content-Encoding": "br" | "gzip";
        /** @description `identity`: send the body without Content-Encoding (RFC 9110, 12.5.3) */
        "Accept-Encoding": "identity";
        /** @description `<…>; rel="next"`: the next page. Not sent with the last page */
        Link: string;
        /** @description The new resource's URL, relative to the request */
        Location: string;
        /** @description `true` if this request repeats an earlier request with the same key or reference */
        "Idempotency-Replayed": "true";
        /** @description The CSV file's name */
        "Content-Disposition": string;
        /** @description What is wrong with the token (RFC 6750) */
        "WWW-Authenticate": string;
        /** @description Seconds to wait */
        "Retry-After": string;
        /** @description No capacity is left (`r=0`); retry in `t` seconds */
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
                 * @description Maximum number of items on the page
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Sort order. `-price` is descending; `newest` is newest first
                 * @example price
                 */
                sort?: "id" | "price" | "-price" | "name" | "newest";
                /**
                 * @description Returns only products of this category
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description Case-insensitive substring of name or description; `%` and `_` are literal
                 * @example tea
                 */
                search?: string;
                /**
                 * @description Returns only products in stock
                 * @example true
                 */
                inStock?: "true";
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products */
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
                     *           "updatedAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of items on the page
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Sort order. `-price` is descending; `newest` is newest first
                 * @example price
                 */
                sort?: "id" | "price" | "-price" | "name" | "newest";
                /**
                 * @description Returns only products of this category
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description Case-insensitive substring of name or description; `%` and `_` are literal
                 * @example tea
                 */
                search?: string;
                /**
                 * @description Returns only products in stock
                 * @example true
                 */
                inStock?: "true";
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products */
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
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The product's ID
                 * @example 7
                 */
                productId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
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
                     *       "updatedAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The product's ID
                 * @example 7
                 */
                productId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
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
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every category */
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
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every category */
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
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of items on the page
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status
                 * @example pending
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders */
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
                     *           "status": "pending",
                     *           "totalInCents": 3998,
                     *           "paidInCents": 0,
                     *           "discountCode": null,
                     *           "deliveryAddress": null,
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
                     *       "nextCursor": null
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description A unique value for each new request, such as a UUID. Send the same value when you retry. A key with a comma must be in double quotes, which are part of the key
                 * @example 7f9c24e8-3b12-4fef-91e0-5a3c1d2b9f44
                 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description 1 to 100 lines, each with a different product. With `expectedTotalInCents`, the order is placed only at this total; otherwise the response is 409 `price-changed` with the current prices. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "productId": 7,
                 *           "quantity": 2
                 *         }
                 *       ],
                 *       "discountCode": "SPRING",
                 *       "deliveryAddress": {
                 *         "name": "Ada Example",
                 *         "lines": [
                 *           "Teapot Lane 7"
                 *         ],
                 *         "postalCode": "10115",
                 *         "city": "Berlin",
                 *         "country": "DE"
                 *       },
                 *       "expectedTotalInCents": 3998
                 *     }
                 */
                "application/json": {
                    items: {
                        productId: number;
                        quantity: number;
                    }[];
                    /** @default null */
                    discountCode?: string | null;
                    /** @default null */
                    deliveryAddress?: {
                        name: string;
                        lines: string[];
                        postalCode?: string;
                        city: string;
                        /** @enum {string} */
                        country: "AD" | "AE" | "AF" | "AG" | "AI" | "AL" | "AM" | "AO" | "AQ" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BV" | "BW" | "BY" | "BZ" | "CA" | "CC" | "CD" | "CF" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CU" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FR" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HT" | "HU" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IR" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KP" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MK" | "ML" | "MM" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NI" | "NL" | "NO" | "NP" | "NR" | "NU" | "NZ" | "OM" | "PA" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PW" | "PY" | "QA" | "RE" | "RO" | "RS" | "RU" | "RW" | "SA" | "SB" | "SC" | "SD" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SO" | "SR" | "SS" | "ST" | "SV" | "SX" | "SY" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VE" | "VG" | "VI" | "VN" | "VU" | "WF" | "WS" | "YE" | "YT" | "ZA" | "ZM" | "ZW";
                    } | null;
                    /** @default null */
                    expectedTotalInCents?: number | null;
                };
            };
        };
        responses: {
            /** @description The placed order */
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
                    /**
                     * @example {
                     *       "id": 17,
                     *       "status": "pending",
                     *       "totalInCents": 3998,
                     *       "paidInCents": 0,
                     *       "discountCode": "SPRING",
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of items on the page
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status
                 * @example pending
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
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
                     *       "deliveryAddress": null,
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled order */
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
                     *       "deliveryAddress": null,
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        /** @description The next status. `tracking` is accepted only with `shipped`. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "processing"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                    /** @default null */
                    tracking?: {
                        carrier: string;
                        number: string;
                        /** @default null */
                        url?: string | null;
                    } | null;
                };
            };
        };
        responses: {
            /** @description The advanced order */
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
                     *       "paidInCents": 0,
                     *       "discountCode": null,
                     *       "deliveryAddress": null,
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of orders on the page
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status
                 * @example processing
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /**
                 * @description Returns only orders of this customer
                 * @example 5
                 */
                customerId?: number;
                /**
                 * @description `true` returns only paid orders: their `paidInCents` is at least `totalInCents`; `false` returns only unpaid orders
                 * @example true
                 */
                paid?: "true" | "false";
                /**
                 * @description Returns only orders placed at this time or later
                 * @example 2026-03-01T00:00:00Z
                 */
                placedFrom?: string;
                /**
                 * @description Returns only orders placed before this time
                 * @example 2026-04-01T00:00:00Z
                 */
                placedBefore?: string;
                /**
                 * @description `oldest` or `newest` first
                 * @example oldest
                 */
                sort?: "oldest" | "newest";
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders */
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
                     *           "tracking": null,
                     *           "deliveryAddress": {
                     *             "name": "Ada Example",
                     *             "lines": [
                     *               "Teapot Lane 7"
                     *             ],
                     *             "postalCode": "10115",
                     *             "city": "Berlin",
                     *             "country": "DE"
                     *           },
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
                     *             "id": 5,
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of orders on the page
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Returns only orders with this status
                 * @example processing
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /**
                 * @description Returns only orders of this customer
                 * @example 5
                 */
                customerId?: number;
                /**
                 * @description `true` returns only paid orders: their `paidInCents` is at least `totalInCents`; `false` returns only unpaid orders
                 * @example true
                 */
                paid?: "true" | "false";
                /**
                 * @description Returns only orders placed at this time or later
                 * @example 2026-03-01T00:00:00Z
                 */
                placedFrom?: string;
                /**
                 * @description Returns only orders placed before this time
                 * @example 2026-04-01T00:00:00Z
                 */
                placedBefore?: string;
                /**
                 * @description `oldest` or `newest` first
                 * @example oldest
                 */
                sort?: "oldest" | "newest";
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
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
                     *       "tracking": null,
                     *       "deliveryAddress": {
                     *         "name": "Ada Example",
                     *         "lines": [
                     *           "Teapot Lane 7"
                     *         ],
                     *         "postalCode": "10115",
                     *         "city": "Berlin",
                     *         "country": "DE"
                     *       },
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
                     *         "id": 5,
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        /** @description The reason, which becomes the note in the history and in the event. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Damaged in the warehouse"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The cancelled order */
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
                     *       "tracking": null,
                     *       "deliveryAddress": {
                     *         "name": "Ada Example",
                     *         "lines": [
                     *           "Teapot Lane 7"
                     *         ],
                     *         "postalCode": "10115",
                     *         "city": "Berlin",
                     *         "country": "DE"
                     *       },
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
                     *         "id": 5,
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The order's ID
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        /** @description The payment or refund. `reference` is its ID at the payment provider. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "payment",
                 *       "amountInCents": 3998,
                 *       "reference": "ch_3Mm"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "payment" | "refund";
                    amountInCents: number;
                    reference: string;
                };
            };
        };
        responses: {
            /** @description The recorded payment */
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
                    /**
                     * @example {
                     *       "id": 5,
                     *       "orderId": 17,
                     *       "kind": "payment",
                     *       "amountInCents": 3998,
                     *       "reference": "ch_3Mm",
                     *       "time": "2026-03-12T19:04:11.000Z"
                     *     }
                     */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The month as `YYYY-MM`, in UTC
                 * @example 2026-03
                 */
                month: string;
                /**
                 * @description Includes only orders with this discount code
                 * @example SPRING
                 */
                discountCode?: string;
                /**
                 * @description Maximum number of products on the page. The totals cover all products
                 * @example 10
                 */
                limit?: number;
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. A month without sales has totals of 0 */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The month as `YYYY-MM`, in UTC
                 * @example 2026-03
                 */
                month: string;
                /**
                 * @description Includes only orders with this discount code
                 * @example SPRING
                 */
                discountCode?: string;
                /**
                 * @description Maximum number of products on the page. The totals cover all products
                 * @example 10
                 */
                limit?: number;
                /** @description The `nextCursor` of the previous page. Send it with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. A month without sales has totals of 0 */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of items on the page: up to 200 (default 50), for CSV up to 10,000 (default 10,000)
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only products of this category
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description Returns only active or inactive products
                 * @example true
                 */
                isActive?: "true" | "false";
                /**
                 * @description Case-insensitive substring of name, description or SKU
                 * @example tea
                 */
                search?: string;
                /** @description The `nextCursor` of the previous page. Send it with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products, sorted by ID */
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
                     *           "updatedAt": "2026-03-01T09:00:00.000Z",
                     *           "isActive": true,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": null
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
        /** @description Up to 20,000 rows and 4 MB of UTF-8. */
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
            /** @description The number of created, updated and unchanged products */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of items on the page: up to 200 (default 50), for CSV up to 10,000 (default 10,000)
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Returns only products of this category
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description Returns only active or inactive products
                 * @example true
                 */
                isActive?: "true" | "false";
                /**
                 * @description Case-insensitive substring of name, description or SKU
                 * @example tea
                 */
                search?: string;
                /** @description The `nextCursor` of the previous page. Send it with the same filters */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products, sorted by ID */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The shop’s own code for the product. It never changes
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
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
                     *       "updatedAt": "2026-03-01T09:00:00.000Z",
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of the version to replace, or `*` for any version
                 * @example "3"
                 */
                "If-Match"?: string;
                /**
                 * @description `*`: create the product only if it does not exist
                 * @example *
                 */
                "If-None-Match"?: "*";
            };
            path: {
                /**
                 * @description The shop’s own code for the product. It never changes
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        /** @description The whole product. A field that is missing gets its default. A category that does not exist is created. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Teapot",
                 *       "description": "Holds four cups.",
                 *       "category": "Kitchen",
                 *       "priceInCents": 1999,
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @default  */
                    description?: string;
                    /** @default null */
                    category?: string | null;
                    priceInCents: number;
                    /** @default true */
                    isActive?: boolean;
                };
            };
        };
        responses: {
            /** @description The replaced product */
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
                     *       "updatedAt": "2026-03-01T09:00:00.000Z",
                     *       "isActive": true,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["CatalogueProduct"];
                };
            };
            /** @description The created product */
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
                     *       "stockQuantity": 12,
                     *       "category": {
                     *         "id": 2,
                     *         "name": "Kitchen"
                     *       },
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "updatedAt": "2026-03-01T09:00:00.000Z",
                     *       "isActive": true,
                     *       "version": 3
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The shop’s own code for the product. It never changes
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of movements on the page
                 * @example 20
                 */
                limit?: number;
                /** @description The `nextCursor` of the previous page */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The shop’s own code for the product. It never changes
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
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
                     *       "stockQuantity": 36,
                     *       "reservedQuantity": 2,
                     *       "items": [
                     *         {
                     *           "id": 41,
                     *           "productId": 7,
                     *           "reason": "receipt",
                     *           "change": 24,
                     *           "note": "Delivery 1182",
                     *           "balance": 36,
                     *           "actor": "auth0|warehouse-3",
                     *           "createdAt": "2026-03-01T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description A unique value for each new request, such as a UUID. Send the same value when you retry. A key with a comma must be in double quotes, which are part of the key
                 * @example 7f9c24e8-3b12-4fef-91e0-5a3c1d2b9f44
                 */
                "Idempotency-Key": string;
            };
            path: {
                /**
                 * @description The shop’s own code for the product. It never changes
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        /** @description Send `change` in units. For a `count`, send `countedQuantity` instead: the units in the building minus `reservedQuantity`. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "receipt",
                 *       "change": 24,
                 *       "note": "Delivery 1182"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    reason: "receipt" | "return";
                    change: number;
                    /** @default null */
                    note?: string | null;
                } | {
                    /** @constant */
                    reason: "damage";
                    change: number;
                    /** @default null */
                    note?: string | null;
                } | {
                    /** @constant */
                    reason: "correction";
                    change: number;
                    /** @default null */
                    note?: string | null;
                } | {
                    /** @constant */
                    reason: "count";
                    countedQuantity: number;
                    /** @default null */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description The booked movement */
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
                    /**
                     * @example {
                     *       "id": 41,
                     *       "productId": 7,
                     *       "reason": "receipt",
                     *       "change": 24,
                     *       "note": "Delivery 1182",
                     *       "balance": 36,
                     *       "actor": "auth0|warehouse-3",
                     *       "createdAt": "2026-03-01T09:00:00.000Z"
                     *     }
                     */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description Maximum number of movements on the page
                 * @example 20
                 */
                limit?: number;
                /** @description The `nextCursor` of the previous page */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The shop’s own code for the product. It never changes
                 * @example TEAPOT-1
                 */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
            /** @description The customer */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                /**
                 * @example {
                 *       "fullName": "Ada Example",
                 *       "email": "ada@example.com"
                 *     }
                 */
                "application/json": {
                    fullName: string;
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description The changed customer */
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
            /** @description The new customer */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
            /** @description The customer is erased */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
            /** @description The customer */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document */
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
                    "application/json": Record<string, never>;
                };
            };
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document */
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
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An HTML page */
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
                    /** @example <!doctype html> */
                    "text/html": string;
                };
            };
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
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
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
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
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
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
                 * @description The `ETag` of an earlier response
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An HTML page */
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
            /** @description The body has not changed since `If-None-Match` */
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
            /** @description Too Many Requests: the gateway throttled the request */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: a bug, which is logged with the request ID; or, from the gateway, a failed function */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or is safe to retry with its key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
