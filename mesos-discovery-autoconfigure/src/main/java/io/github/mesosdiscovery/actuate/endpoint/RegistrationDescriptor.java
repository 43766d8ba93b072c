package io.github.mesosdiscovery.actuate.endpoint;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;

/**
 * One registration in the answer of the {@link MesosEndpoint}.
 */
public sealed interface RegistrationDescriptor permits MasterDescriptor, UnreadableDescriptor {

	/**
	 * Return the name of the znode.
	 * @return the name, without its path
	 */
	String znode();

	/**
	 * Return the number that ZooKeeper gave to the znode.
	 * @return the sequence; the lowest leads
	 */
	int sequence();

	/**
	 * Return whether the registration leads the election. One that cannot be read can do
	 * so too: then there is no leader, and nobody is promoted in its place.
	 * @return whether it leads
	 */
	boolean leading();

	static List<RegistrationDescriptor> allOf(MasterSnapshot snapshot) {
		List<RegistrationDescriptor> descriptors = new ArrayList<>();
		for (MasterRegistration registration : snapshot.registrations()) {
			boolean first = descriptors.isEmpty();
			if (registration instanceof MesosMaster master) {
				descriptors.add(MasterDescriptor.of(master, first && snapshot.leader().isPresent()));
			}
			else if (registration instanceof UnreadableMaster unreadable) {
				descriptors.add(UnreadableDescriptor.of(unreadable, first));
			}
		}
		return List.copyOf(descriptors);
	}

}
