package io.github.mesosdiscovery.actuate.endpoint;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link MesosEndpoint} that
 * responds with 404 and the names of the known clusters to an unknown one.
 */
@EndpointWebExtension(endpoint = MesosEndpoint.class)
public class MesosEndpointWebExtension {

	private final MesosEndpoint endpoint;

	/**
	 * Create a new extension.
	 * @param endpoint the endpoint to extend
	 */
	public MesosEndpointWebExtension(MesosEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Describe the main cluster.
	 * @return the description, or 404 if there is no main cluster
	 */
	@ReadOperation
	public WebEndpointResponse<Object> masters() {
		return respond(this.endpoint::masters);
	}

	/**
	 * Describe a cluster.
	 * @param cluster the name of the cluster
	 * @return the description, or 404 if there is no such cluster
	 */
	@ReadOperation
	public WebEndpointResponse<Object> cluster(@Selector String cluster) {
		return respond(() -> this.endpoint.cluster(cluster));
	}

	private static WebEndpointResponse<Object> respond(Supplier<MesosDescriptor> description) {
		try {
			return new WebEndpointResponse<>(description.get());
		}
		catch (IllegalArgumentException ex) {
			return new WebEndpointResponse<>(Map.of("error", String.valueOf(ex.getMessage())),
					WebEndpointResponse.STATUS_NOT_FOUND);
		}
	}

}
