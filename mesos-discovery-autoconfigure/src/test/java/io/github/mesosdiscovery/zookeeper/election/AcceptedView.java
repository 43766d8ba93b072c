package io.github.mesosdiscovery.zookeeper.election;

/**
 * The version of the view that a state was made of.
 *
 * @param clientId the client
 * @param czxid the incarnation of the path
 * @param pzxid the last change of its children
 * @param generation how often an old view was accepted in the end
 */
public record AcceptedView(int clientId, long czxid, long pzxid, int generation) {

	public static AcceptedView of(DetectorState state) {
		StaleViewGuard guard = state.guard();
		return new AcceptedView(state.clientId(), guard.czxid(), guard.pzxid(), guard.generation());
	}

}
