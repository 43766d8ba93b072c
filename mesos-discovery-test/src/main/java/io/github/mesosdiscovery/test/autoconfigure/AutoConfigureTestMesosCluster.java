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
 * Annotation that can be applied to a Spring test class to start a
 * {@link io.github.mesosdiscovery.test.TestMesosCluster TestMesosCluster}. The cluster is
 * the bean {@code testMesosCluster}, and {@code mesos.discovery.zk} is set to its URL,
 * regardless of other property sources. Also auto-configures the locator in tests of a
 * slice of the application.
 * <p>
 * The cluster starts before the first bean that depends on it or on
 * {@code mesos.discovery.zk}, and is closed with the context, after that bean. Tests that
 * share a context share the cluster; {@code @DirtiesContext} closes both. The annotation
 * is found on superclasses and enclosing classes, and can be a meta-annotation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureTestMesosCluster {

	/**
	 * The number of masters to start.
	 * @return the number of masters
	 */
	int masters() default 3;

	/**
	 * The path of the registrations.
	 * @return an absolute path
	 */
	String path() default "/mesos";

	/**
	 * The format of the masters' znodes.
	 * @return the format
	 */
	MasterFormat format() default MasterFormat.JSON;

	/**
	 * Whether the masters serve HTTP.
	 * @return whether the masters serve HTTP
	 * @see io.github.mesosdiscovery.test.TestMesosClusterBuilder#http()
	 */
	boolean http() default false;

}
