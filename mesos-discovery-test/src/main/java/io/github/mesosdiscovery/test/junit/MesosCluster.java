package io.github.mesosdiscovery.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.mesosdiscovery.test.MasterFormat;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Annotation to inject a {@link io.github.mesosdiscovery.test.TestMesosCluster
 * TestMesosCluster} as a parameter. The cluster starts when it is first injected.
 * <p>
 * A parameter of a test method or of a {@code @BeforeEach} method is a cluster for that
 * test. A parameter of a {@code @BeforeAll} method is a cluster for the class, which its
 * tests share. The cluster is closed at the end of the test or class.
 */
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(MesosClusterParameterResolver.class)
public @interface MesosCluster {

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
