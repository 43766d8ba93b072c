package io.github.mesosdiscovery.actuate.endpoint;

import java.util.Map;
import java.util.Optional;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link MesosEndpoint}:
 * answers 404 where there is no such cluster.
 */
@EndpointWebExtension(endpoint = MesosEndpoint.class)
public class MesosEndpointWebExtension {

	private final MesosEndpoint endpoint;

	/**
	 * Create a new extension.
	 * @param endpoint the endpoint that it extends
	 */
	public MesosEndpointWebExtension(MesosEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Return what is known of the masters of the main cluster.
	 * @return as {@link MesosEndpoint#masters}, or 404 without a main cluster, with the
	 * names of the known clusters
	 */
	@ReadOperation
	public WebEndpointResponse<Object> masters() {
		return found(this.endpoint.find());
	}

	/**
	 * Return what is known of the masters of a cluster.
	 * @param cluster the name of the cluster
	 * @return as {@link MesosEndpoint#cluster}, or 404 with the names of the known
	 * clusters
	 */
	@ReadOperation
	public WebEndpointResponse<Object> cluster(@Selector String cluster) {
		return found(this.endpoint.find(cluster));
	}

	private WebEndpointResponse<Object> found(Optional<MesosDescriptor> descriptor) {
		return descriptor.<WebEndpointResponse<Object>>map(WebEndpointResponse::new)
			.orElseGet(() -> new WebEndpointResponse<>(Map.of("error", this.endpoint.unknown()),
					WebEndpointResponse.STATUS_NOT_FOUND));
	}

}
