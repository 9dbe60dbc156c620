/**
 * Comments from any system that can sign a webhook by Standard Webhooks
 * (https://github.com/standard-webhooks/standard-webhooks, specification 1.0.0). A channel of this network is a name and
 * a secret; what it takes is {@code {"type":"comment.created","timestamp":…,"data":{"id","text","author":{"id","name",
 * "url"},"url","parent"}}}. Other types are kept as deliveries and bring no item.
 */
@NullMarked
package dev.parvis.networks.standard;

import org.jspecify.annotations.NullMarked;
