/**
 * Parameters: {@code GetParameter}, {@code GetParameters}, {@code PutParameter} and {@code DeleteParameter} of Systems
 * Manager, kept in one file that only its owner may read. A secure string is shown in clear to who asks for decryption,
 * as AWS does for who may use the key; without, what comes back is not the value.
 */
@NullMarked
package dev.parvis.emulators.ssm;

import org.jspecify.annotations.NullMarked;
