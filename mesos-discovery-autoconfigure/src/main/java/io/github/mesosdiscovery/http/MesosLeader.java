package io.github.mesosdiscovery.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks HTTP clients whose requests go to the leading Mesos master, whichever that is at
 * the moment of each request.
 * <p>
 * At an injection point it chooses the {@code RestClient.Builder} or the
 * {@code WebClient.Builder} for the leader. On an interface with
 * {@link org.springframework.web.service.annotation.HttpExchange @HttpExchange} methods
 * it sends the requests of the interface's group of HTTP services to the leader; then all
 * interfaces of the group must have it.
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
	 * Base URL of the clients. Its host stands for the leading master and is the
	 * {@code client.name} of their metrics.
	 */
	String BASE_URL = "http://mesos-leader";

	/**
	 * The name of a further cluster, one of {@code mesos.discovery.clusters}.
	 * @return the name, or an empty string for the main cluster
	 */
	String value() default "";

}
