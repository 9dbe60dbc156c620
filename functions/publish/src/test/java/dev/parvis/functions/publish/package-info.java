/** The engine against ports in memory and a network that can be told how to fail. */
package dev.parvis.functions.publish;
