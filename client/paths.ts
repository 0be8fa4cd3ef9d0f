// Written by npm run openapi, from openapi.json.
export interface paths {
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the products on sale, a page at a time */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** The headers of: Lists the products on sale, a page at a time */
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
        /** Shows one product that is on sale */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** The headers of: Shows one product that is on sale */
        head: operations["getProductHead"];
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
        /** Lists the customer's own orders, newest first */
        get: operations["listOrders"];
        put?: never;
        /**
         * Places an order, exactly once for each Idempotency-Key
         * @description Takes all lines or none. When no answer came, or a 503, send the same request with the same key again: it is the same order, as it is now, marked with `Idempotency-Replayed: true`.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        /** The headers of: Lists the customer's own orders, newest first */
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
         * Shows one of the customer's own orders
         * @description Another customer's order is a 404.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * The headers of: Shows one of the customer's own orders
         * @description Another customer's order is a 404.
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
         * Cancels an order that is pending or processing
         * @description Its stock comes back, once.
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
         * Takes an order to its next status
         * @description `pending`, `processing`, `shipped`, `delivered`: one step at a time.
         */
        post: operations["advanceOrder"];
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
         * Reports what sold in a month, cancelled orders left out
         * @description A page at a time: all pages together have every product, and every discount code, of which a page has 1,000 at most. CSV has the products. A report that takes longer than 20 s is a 503 `overloaded`: ask for one discount code, or when the database has less to do.
         */
        get: operations["salesReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * The headers of: Reports what sold in a month, cancelled orders left out
         * @description A page at a time: all pages together have every product, and every discount code, of which a page has 1,000 at most. CSV has the products. A report that takes longer than 20 s is a 503 `overloaded`: ask for one discount code, or when the database has less to do.
         */
        head: operations["salesReportHead"];
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
        /** Describes this API, for programs */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** The headers of: Describes this API, for programs */
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
        /** Describes this API, for people, with forms to call it */
        get: operations["docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** The headers of: Describes this API, for people, with forms to call it */
        head: operations["docsHead"];
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        /** @description Of an answer of the gateway's own, which no function saw */
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
        InsufficientStockProblem: {
            /** @constant */
            type: "about:blank";
            /** @constant */
            title: "Conflict";
            /** @constant */
            status: 409;
            detail: string;
            /** @constant */
            code: "insufficient-stock";
            /** @description Every short line; nothing was taken */
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
            /** @description All of them at once */
            errors: {
                /** @description JSON Pointer from the request, such as `/body/items/0/quantity` */
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
            /** @constant */
            code: "invalid-transition";
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
        Order: {
            id: number;
            /** @enum {string} */
            status: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
            /** @description The sum of the lines, in whole cents */
            totalInCents: number;
            /** @description A label for reports; it changes no price */
            discountCode: string | null;
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
            /** @description In order of productId */
            lineItems: {
                productId: number;
                quantity: number;
                /** @description In whole cents, at the moment of the order */
                unitPriceInCents: number;
                /** @description The product as it is now */
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
            /** @description Where the next page begins: send it as `cursor`, with the same filters and sort. Null on the last page */
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
        Product: {
            id: number;
            /** @description The product's number in the shop's own books */
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
            /** @description Where the next page begins: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
        };
        SalesReport: {
            month: string;
            /** @description Of all that sold in the month, whatever the limit */
            totals: {
                /** @description Whole cents */
                totalInCents: number;
                orders: number;
                units: number;
            };
            /** @description By total, the best first; equals share a rank */
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
            /** @description Orders that had a discount code, by code */
            discountCodes: {
                discountCode: string;
                /** @description Whole cents */
                totalInCents: number;
                orders: number;
                units: number;
            }[];
            /** @description Where the next page begins: send it as `cursor`, with the same filters and sort. Null on the last page */
            nextCursor: string | null;
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
            /** @description Unknown, or not on sale */
            productIds: number[];
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
        /** @description The gateway's name for this request; it is in our logs too */
        "X-Request-Id": string;
        /** @description How long it may be kept; `no-store` for what is a customer’s, and for errors */
        "Cache-Control": string;
        /** @description Which headers of the request the answer depends on */
        Vary: string;
        /** @description Of the body; send it as `If-None-Match`, and get 304 while nothing has changed */
        ETag: string;
        /** @description `br` or `gzip`, over 1 KB, where the request accepts it */
        "Content-Encoding": "br" | "gzip";
        /** @description `identity`: send the body without a Content-Encoding (RFC 9110, 12.5.3) */
        "Accept-Encoding": "identity";
        /** @description `<…>; rel="next"`: the next page, beside `nextCursor`. Not on the last page */
        Link: string;
        /** @description Where the order is from now on, relative to the address that was asked */
        Location: string;
        /** @description `true` where the key had made this order before */
        "Idempotency-Replayed": "true";
        /** @description The file's name, with CSV */
        "Content-Disposition": string;
        /** @description What is wrong with the token (RFC 6750) */
        "WWW-Authenticate": string;
        /** @description Seconds to wait */
        "Retry-After": string;
        /** @description That nothing is left, and for how many seconds, where too many came at once */
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
                 * @description How many at most
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description `newest` and `-price` begin with the largest
                 * @example price
                 */
                sort?: "id" | "price" | "-price" | "name" | "newest";
                /**
                 * @description Only products of this category
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description In name or description, whatever the case; `%` and `_` mean themselves
                 * @example tea
                 */
                search?: string;
                /**
                 * @description Only products of which there are any
                 * @example true
                 */
                inStock?: "true";
                /** @description The `nextCursor` of the page before, with the same filters and sort */
                cursor?: string;
            };
            header?: {
                /**
                 * @description An `ETag` that you have
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description How many at most
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description `newest` and `-price` begin with the largest
                 * @example price
                 */
                sort?: "id" | "price" | "-price" | "name" | "newest";
                /**
                 * @description Only products of this category
                 * @example 2
                 */
                categoryId?: number;
                /**
                 * @description In name or description, whatever the case; `%` and `_` mean themselves
                 * @example tea
                 */
                search?: string;
                /**
                 * @description Only products of which there are any
                 * @example true
                 */
                inStock?: "true";
                /** @description The `nextCursor` of the page before, with the same filters and sort */
                cursor?: string;
            };
            header?: {
                /**
                 * @description An `ETag` that you have
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description An `ETag` that you have
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Of a product
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description An `ETag` that you have
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Of a product
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description How many at most
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Only orders of this status
                 * @example pending
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /** @description The `nextCursor` of the page before, with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
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
                     *           "discountCode": null,
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description Your own name for this order: new for each, the same when you repeat it. Sent once. A key that contains a comma is in double quotes, which are part of it
                 * @example 7f9c24e8
                 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description 1 to 100 lines, each of another product. */
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
                 *       "discountCode": "SPRING"
                 *     }
                 */
                "application/json": {
                    items: {
                        productId: number;
                        quantity: number;
                    }[];
                    /** @default null */
                    discountCode?: string | null;
                };
            };
        };
        responses: {
            /** @description The order */
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
                     *       "discountCode": "SPRING",
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description How many at most
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Only orders of this status
                 * @example pending
                 */
                status?: "pending" | "processing" | "shipped" | "delivered" | "cancelled";
                /** @description The `nextCursor` of the page before, with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description Of an order
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
                     *       "discountCode": null,
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description Of an order
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description Of an order
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order, cancelled */
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
                     *       "discountCode": null,
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description Of an order
                 * @example 17
                 */
                orderId: number;
            };
            cookie?: never;
        };
        /** @description The next status. */
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
                };
            };
        };
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
                     *       "discountCode": null,
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description From its first moment in UTC to before the next
                 * @example 2026-03
                 */
                month: string;
                /**
                 * @description Only orders with this code
                 * @example SPRING
                 */
                discountCode?: string;
                /**
                 * @description How many products at most; the totals are of all
                 * @example 10
                 */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report; a month in which nothing sold has zeros */
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
                     *         "totalInCents": 3998,
                     *         "orders": 1,
                     *         "units": 2
                     *       },
                     *       "discountCodes": [],
                     *       "items": [
                     *         {
                     *           "rank": 1,
                     *           "productId": 7,
                     *           "name": "Teapot",
                     *           "category": "Kitchen",
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
                     *     1,7,Teapot,Kitchen,3998,1,2
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description From its first moment in UTC to before the next
                 * @example 2026-03
                 */
                month: string;
                /**
                 * @description Only orders with this code
                 * @example SPRING
                 */
                discountCode?: string;
                /**
                 * @description How many products at most; the totals are of all
                 * @example 10
                 */
                limit?: number;
                /** @description The `nextCursor` of the page before, with the same filters and sort */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report; a month in which nothing sold has zeros */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description An `ETag` that you have
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description An `ETag` that you have
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description An `ETag` that you have
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
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
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
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
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
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
                 * @description An `ETag` that you have
                 * @example W/"1B2M2Y8AsgTpgAmY7PhCfg"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
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
            /** @description What If-None-Match names is still the same */
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
            /** @description Too Many Requests: from the gateway, which has let in as many as it may */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Internal Server Error: from us, a bug, noted under the request’s id; or from the gateway, when a function failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Service Unavailable: the request had no effect, or may be repeated with its key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
