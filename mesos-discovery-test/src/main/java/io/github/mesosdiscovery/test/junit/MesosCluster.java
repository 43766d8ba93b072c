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
 * Gives tests a {@link io.github.mesosdiscovery.test.TestMesosCluster TestMesosCluster}
 * as a parameter, started when first asked for.
 * <p>
 * A parameter of a test or of a method before each test means a cluster for that test
 * alone. A parameter of a method before all tests means one for the class, which its
 * tests then get too. Either is closed when what it was made for ends.
 */
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(MesosClusterParameterResolver.class)
public @interface MesosCluster {

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
