/**
 * Mail: the one operation of SES v2 that Parvis uses, {@code SendEmail}, with the refusals of the real service, and a
 * mailbox instead of the world. Every mail taken is one file that outlives the server. Nothing is ever sent.
 *
 * <p>What it does not do: verified identities and sending quotas (a {@link dev.parvis.emulators.ses.Fault} stands for
 * their refusals), templates, bounces. Limits are those of
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html and .../dg/quotas.html.
 */
@NullMarked
package dev.parvis.emulators.ses;

import org.jspecify.annotations.NullMarked;
