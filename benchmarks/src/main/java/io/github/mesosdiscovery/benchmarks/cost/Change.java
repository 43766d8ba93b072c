package io.github.mesosdiscovery.benchmarks.cost;

/**
 * What can happen to masters that are followed.
 */
enum Change {

	START("the locator starts"),

	LEADER_DIES("the leader dies"),

	FOLLOWER_DIES("a master dies that does not lead"),

	MASTER_COMES("a master comes"),

	DATA_CHANGES("a master's data changes"),

	RECONNECT("the connection breaks and comes back"),

	NEW_SESSION("the session ends");

	private final String text;

	Change(String text) {
		this.text = text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
