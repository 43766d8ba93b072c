package io.github.mesosdiscovery.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Qualifier of HTTP clients whose requests go to the leading Mesos master at the time of
 * each request.
 * <p>
 * An injection point with this annotation receives a {@code RestClient.Builder} or
 * {@code WebClient.Builder} for the leader. HTTP services send their requests to the
 * leader if all {@link org.springframework.web.service.annotation.HttpExchange}
 * interfaces of their group have this annotation.
 * <p>
 * The URI of each request is a path, with or without a query, such as
 * {@code /api/v1/scheduler}. A URI that names another host is refused.
 */
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Qualifier
public @interface MesosLeader {

	/**
	 * Base URL of the clients. Its host stands for the leading master, and is the
	 * {@code client.name} of their metrics.
	 */
	String BASE_URL = "http://mesos-leader";

	/**
	 * Name of a further cluster, one of {@code mesos.discovery.clusters}.
	 * @return the name, or an empty string for the main cluster
	 */
	String value() default "";

}
