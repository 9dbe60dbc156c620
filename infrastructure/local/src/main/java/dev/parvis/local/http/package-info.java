/**
 * API Gateway's HTTP API on this machine: real HTTP in, an event in payload format 2.0 to the function, its answer out
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 *
 * <p>What is kept because functions meet it in the cloud: routes and authorizers are the template's; repeated headers are
 * joined by a comma and cookies stand apart; a body that is not declared as text arrives in base64, form bodies among them; a request is
 * refused above 10 MB and an event above 6 MB; after 30 s the caller gets 503 while the function goes on; what a function
 * throws is a 500 without its message. Throttling is left out: on this machine there is one caller.
 *
 * <p>One deviation: a body declared as text that is not valid UTF-8 is passed in base64 rather than with replacement
 * characters, so that nothing is changed on the way.
 *
 * <p>Pages of the local suite itself live at {@code /} and under {@code /local/}, where the template has no route.
 */
@NullMarked
package dev.parvis.local.http;

import org.jspecify.annotations.NullMarked;
