package dev.parvis.files;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends a file without asking first whether it may ({@code Expect: 100-continue}, RFC 9110 §10.1.1). Asking meets a
 * connection that the other side has closed (S3 does so while a function is frozen) in the one place where the HTTP
 * client's error is not an {@code IOException}, and the SDK then does not try again.
 */
final class WithoutExpect implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
}
