/**
 * What the cloud would say to the functions' calls. No emulator looks at a role, so a missing action is found by the first
 * customer. Here every call to AWS is overheard on its way to the emulators, put in IAM's words, and held against the
 * role that {@code template.yaml} gives to the function that made it.
 */
@NullMarked
package dev.parvis.checks.permissions;

import org.jspecify.annotations.NullMarked;
