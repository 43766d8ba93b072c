package io.github.mesosdiscovery.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.mesosdiscovery.test.MasterFormat;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Gives a test with a Spring application context a
 * {@link io.github.mesosdiscovery.test.TestMesosCluster TestMesosCluster} of its own, as
 * the bean {@code testMesosCluster}, and lets {@code mesos.discovery.zk} point at it,
 * whatever the application says. A locator is there too, also in a test that takes only a
 * slice of the application.
 * <p>
 * The cluster starts before the first bean that asks where the masters are, and is closed
 * with the context, after that bean. Tests with equal annotations share it where they
 * share the context; {@code @DirtiesContext} gives the next one another. Works on nested
 * test classes, subclasses, and as a meta-annotation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureTestMesosCluster {

	/**
	 * How many masters run from the start.
	 * @return the number; three by default
	 */
	int masters() default 3;

	/**
	 * Where the masters register.
	 * @return an absolute path; {@code /mesos} by default
	 */
	String path() default "/mesos";

	/**
	 * How the masters publish themselves.
	 * @return the format; JSON by default
	 */
	MasterFormat format() default MasterFormat.JSON;

	/**
	 * Whether the masters answer HTTP, as
	 * {@link io.github.mesosdiscovery.test.TestMesosClusterBuilder#http()} says.
	 * @return {@code false} by default
	 */
	boolean http() default false;

}
