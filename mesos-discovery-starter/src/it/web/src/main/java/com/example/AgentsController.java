package com.example;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AgentsController {

	private final Operator operator;

	AgentsController(Operator operator) {
		this.operator = operator;
	}

	@GetMapping("/agents")
	String agents() {
		return this.operator.agents();
	}

}
