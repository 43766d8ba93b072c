package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Points the groups of HTTP services that have {@link MesosLeader} at the leader, where
 * they stand on a {@link WebClient}.
 */
final class LeaderWebClientGroupConfigurer implements WebClientHttpServiceGroupConfigurer {

	private final LeaderConnectors connectors;

	private final LeaderGroupSettings settings;

	LeaderWebClientGroupConfigurer(LeaderConnectors connectors, LeaderGroupSettings settings) {
		this.connectors = connectors;
		this.settings = settings;
	}

	@Override
	public int getOrder() {
		return LeaderGroups.ORDER;
	}

	@Override
	public void configureGroups(Groups<WebClient.Builder> groups) {
		groups.filter(LeaderGroups::contain)
			.forEachClient((group, client) -> this.connectors.connect(client, LeaderGroups.cluster(group),
					this.settings.of(group.name())));
	}

}
