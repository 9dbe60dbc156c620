/**
 * The JWT authorizer of the HTTP API, and an issuer to have tokens from.
 *
 * <p>The authorizer does what API Gateway does (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html):
 * signature by a key that the issuer publishes, {@code iss}, {@code aud} or {@code client_id}, {@code exp}, {@code nbf},
 * {@code iat}; no leeway. It verifies for real, so that a route without an authorizer, a wrong audience or an expired token
 * fails on this machine as it would in the cloud. ES256 is accepted beside RS256, which is more than API Gateway takes:
 * many OIDC issuers sign with it, and whoever tries theirs here learns it from the README, not from a 401.
 *
 * <p>The issuer's key is made at the first start and kept under {@code .parvis/}, readable by its owner alone: tokens in
 * somebody's shell history go on working after a restart, and die with the folder.
 */
@NullMarked
package dev.parvis.local.auth;

import org.jspecify.annotations.NullMarked;
