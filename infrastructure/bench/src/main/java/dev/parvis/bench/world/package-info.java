/**
 * What the bench measures in: the local suite, from the deployed template with its schedules silenced or hastened. Nothing
 * else of the template is changed, so that what is measured is what is deployed.
 */
@NullMarked
package dev.parvis.bench.world;

import org.jspecify.annotations.NullMarked;
